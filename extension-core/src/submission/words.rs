//! The words by which pages say that an application was sent, and buttons what they are for. Data only: folded text
//! (`folding::Marks::Apart`: no capitals, no accents, an apostrophe is a space), in the patterns of `phrase`,
//! joined by semicolons.
//!
//! A wording goes to the table of its language; a new language is a new [`Tongue`].

/// How one language speaks of an application that was sent.
pub(super) struct Tongue {
    /// It says in so many words that the application arrived or went out.
    pub(super) received: &'static str,
    /// It thanks for the application, which pages do before it is sent, too.
    pub(super) thanks: &'static str,
    /// Words that deny it, before or within: "not", "will be", "already".
    pub(super) not: &'static str,
    /// Words that make a condition of it, before it: "once", "if".
    pub(super) once: &'static str,
    /// A whole short text that says no more than "thank you" or "done".
    pub(super) curt: &'static str,
}

/// A text without any of these letters says nothing about an application: looked for first, because it is cheap.
pub(super) const STEMS: &str = "appl thank submi respons inform bewerb beworben dank formular unterlagen candid postul merci solicit gracias inscri inscreve aplica ricev grazie ringrazia domanda sollicit gesollicit obrigad agradec recebe zglosz aplik dzieku dzieki podani kandydat success curriculum modulo";

pub(super) const TONGUES: &[Tongue] = &[
    // English
    Tongue {
        received: "application|submission|resume|cv .. been .. submitted|received|sent|delivered|recorded; \
             application|submission .. was|is .. submitted|received|sent|recorded; \
             application|submission .. successfully submitted|received|sent|completed; \
             application|submission submitted|received|sent|complete|completed|successful; \
             application is complete|in; \
             response|form|information|details .. been .. submitted|received|recorded|sent; \
             successfully applied|submitted; you have|ve .. applied|submitted|sent; \
             you applied .. successfully; submitted|sent .. your|an|the application; \
             received|got .. your|the application|submission|resume|cv",
        thanks: "thank|thanks .. for applying; thank|thanks .. for your .. application|submission; \
             thank|thanks .. for submitting|sending|completing .. application|form|resume|cv|\
             information|details; appreciate you applying",
        not: "not; never; already; will; can; could; cannot; t; must; should; would; to be; being; \
             failed; error; previously; no application",
        once: "once; when; after; before; until; unless; if; how; whether; ready to; as soon; \
             jobs|job|positions|roles|vacancies|applications; only",
        curt: "thank you|all; thanks; thank you very|so much; thanks a lot; success; submitted; all done; \
             done; you re all set; you are all set; all set; complete; completed; congratulations; \
             submission complete|received|successful; form submitted|sent; we ll be in touch; \
             we will be in touch; sent",
    },
    // German
    Tongue {
        received: "bewerbung* .. eingegangen|erhalten|ubermittelt|abgeschickt|abgesendet|gesendet|versendet|\
             verschickt|versandt|eingereicht|ubertragen|angekommen; erhalten|empfangen .. bewerbung*; \
             angaben|daten|formular|unterlagen .. erfolgreich .. ubermittelt|gesendet|abgeschickt|\
             versendet|eingereicht|ubertragen; du hast dich .. beworben; sie haben sich .. beworben; \
             hast du dich .. beworben; haben sie sich .. beworben; erfolgreich .. beworben",
        thanks: "dank|danke|danken .. fur ihre|deine|die|eure .. bewerbung*; dank|danke|danken .. beworben; \
             freuen uns uber ihre|deine bewerbung; \
             dank|danke .. fur die|das zusendung|ubersenden|einreichen|absenden .. bewerbung*|unterlagen",
        not: "nicht; kein|keine; nie; noch; bereits; schon; wird|werden; kann|konnen|konnte|konnten; \
             muss|mussen; soll; fehler; erst",
        once: "sobald; wenn; falls; nachdem; nach; bevor; vor; bis; ob; wie; interesse an; alle; jede",
        curt: "danke; vielen|herzlichen dank; danke schon|dir|ihnen; dankeschon; erfolgreich; geschafft; \
             abgeschickt; gesendet; das war s; alles erledigt; fertig",
    },
    // French
    Tongue {
        received: "candidature .. envoyee|recue|transmise|soumise|enregistree|deposee|parvenue|validee|\
             finalisee; recu .. candidature|cv|dossier; vous avez .. postule|candidate; \
             tu as .. postule|candidate; \
             formulaire|reponse|dossier .. ete .. envoye|envoyee|transmis|enregistre|enregistree|soumis|\
             recu",
        thanks: "merci .. pour votre|ta .. candidature; merci de votre|ta candidature; \
             remercions|remercie .. de|pour votre|ta .. candidature; \
             merci .. d avoir postule|candidate|soumis|envoye; \
             remercions|remercie .. d avoir postule|candidate",
        not: "pas; ne|n; non; aucune; jamais; deja; sera|seront; peut|doit; erreur",
        once: "fois; apres; avant; lorsque; quand; si; pour que; afin; comment; des que; toute|toutes; \
             chaque",
        curt: "merci; merci beaucoup|infiniment; un grand merci; envoye; c est envoye|fait|termine; \
             felicitations; bravo; termine",
    },
    // Spanish
    Tongue {
        received: "solicitud|candidatura|postulacion|inscripcion|aplicacion|formulario|curriculum|\
             cv .. enviada|enviado|recibida|recibido|registrada|registrado|completada|presentada|\
             realizada; \
             recibido|recibimos .. solicitud|candidatura|postulacion|inscripcion|aplicacion|curriculum|\
             cv; enviado .. correctamente|exitosamente .. solicitud|candidatura|postulacion; \
             has|ha enviado .. solicitud|candidatura|postulacion; te has inscrito|postulado; \
             se ha inscrito|postulado; enviado|enviada con exito",
        thanks: "gracias .. por postular*|aplicar|inscribir*|solicitar|presentarte|haberte; \
             gracias .. por tu|su|vuestra solicitud|candidatura|postulacion|inscripcion|aplicacion; \
             gracias .. por enviar*|mandar*|completar|haber|presentar .. solicitud|candidatura|\
             postulacion|inscripcion|curriculum|cv|formulario; \
             agradecemos .. tu|su|vuestra solicitud|candidatura|postulacion",
        not: "no; nao; nunca; ya|ja; sera|seran; puede|podra; debe; error; sin",
        once: "cuando|quando; vez; apos|depois; despues; antes; hasta; si; como; para que; tras; todas; \
             cada",
        curt: "gracias; muchas|mil gracias; enviado; enviada; listo; exito; todo listo; felicidades; \
             enhorabuena; completado",
    },
    // Italian
    Tongue {
        received: "candidatura|domanda|modulo|curriculum|cv .. inviata|inviato|ricevuta|ricevuto|inoltrata|\
             trasmessa|registrata|presentata|completata|pervenuta; \
             ricevuto .. candidatura|domanda|curriculum|cv; ti sei .. candidat*; si e .. candidat*; \
             hai|ha inviato .. candidatura|domanda; inviata|inviato con successo",
        thanks: "grazie .. per la tua|sua|vostra candidatura|domanda; \
             ringraziamo .. per la tua|sua|vostra candidatura|domanda; \
             grazie .. per esserti|essersi|essere|averci .. candidat*; \
             grazie .. per aver .. inviato|inoltrato|presentato|candidat*; \
             ringraziamo .. per aver .. inviato|inoltrato|presentato|candidat*",
        not: "non; mai; gia; sara; verra; puo; deve; errore",
        once: "quando; volta; dopo; prima; finche; se; come; appena; affinche; ogni; tutte",
        curt: "grazie; grazie mille; molte grazie; inviato; inviata; fatto; congratulazioni; completato",
    },
    // Dutch
    Tongue {
        received: "sollicitatie|formulier|cv .. ontvangen|verzonden|verstuurd|ingediend|ingestuurd|\
             binnengekomen|binnen; ontvangen .. sollicitatie; je hebt .. gesolliciteerd; \
             u heeft .. gesolliciteerd; heb je .. gesolliciteerd; heeft u .. gesolliciteerd; \
             succesvol gesolliciteerd",
        thanks: "bedankt|dank|danken .. voor je|jouw|uw|de .. sollicitatie|inzending; \
             bedankt|dank|danken .. voor het solliciteren|versturen|insturen|indienen; \
             bedankt|dank .. gesolliciteerd|solliciteert",
        not: "niet; geen; nooit; al; reeds; eerder; wordt|worden; kan|kon|kunnen; moet; fout; te",
        once: "zodra; nadat; na; voordat; als; wanneer; tot; hoe; of; indien; om; alle; elke",
        curt: "bedankt; dank je|u; dank je|u wel; dankjewel; verzonden; verstuurd; gelukt; klaar; \
             gefeliciteerd",
    },
    // Portuguese
    Tongue {
        received: "candidatura|inscricao|aplicacao|submissao|formulario|curriculo .. enviada|enviado|recebida|\
             recebido|submetida|submetido|realizada|registrada|registada|concluida|efetuada; \
             recebemos|recebida|recebido .. candidatura|inscricao|aplicacao|curriculo; \
             voce .. candidatou|inscreveu; candidatou se; enviada|enviado|submetida com sucesso",
        thanks: "obrigad* .. por se|te candidatar|inscrever; \
             obrigad* .. por ter|se .. candidatado|inscrito|enviado; \
             obrigad* .. pela|por sua|tua candidatura|inscricao|aplicacao; \
             obrigad* .. por enviar|submeter .. candidatura|inscricao|curriculo|formulario; \
             agradecemos .. sua|tua|pela|a candidatura|inscricao",
        not: "nao; no ha|fue|se|pudo|hemos|esta; nunca; ja|ya; sera|serao; pode|deve; erro",
        once: "quando|cuando; vez; apos; depois; antes; ate; assim que; como; para que; caso; todas; cada",
        curt: "obrigado; obrigada; muito obrigado|obrigada; enviado; enviada; sucesso; tudo certo|pronto; \
             pronto; parabens; concluido",
    },
    // Polish
    Tongue {
        received: "zgloszenie|aplikacja|podanie|kandydatura|cv|formularz .. wyslane|wyslana|wyslany|przyjete|\
             przyjeta|przyjety|otrzymane|otrzymana|zlozone|zlozona|przeslane|przeslana|przeslany|\
             zarejestrowane|zarejestrowana|dostarczone; \
             wyslano|przeslano|przyjeto|otrzymano|zlozono .. zgloszenie|aplikacje|podanie|kandydature|\
             formularz|cv; otrzymalismy .. zgloszenie|aplikacje|podanie|kandydature|cv; \
             wyslales|wyslalas|zaaplikowales|zaaplikowalas|zaaplikowano|zlozyles|zlozylas",
        thanks: "dziekujemy|dziekuje|dzieki .. za .. zgloszenie|aplikacje|aplikowanie|zaaplikowanie|\
             kandydature|podanie; \
             dziekujemy|dziekuje|dzieki .. za .. zlozenie|przeslanie|wyslanie .. zgloszenia|aplikacji|\
             podania|cv|kandydatury|formularza",
        not: "nie; nigdy; juz; zostanie|zostana; bedzie; moze; musi; blad; dopiero",
        once: "gdy; kiedy; jesli|jezeli; po; zanim; przed; az; jak; czy; aby; kazde; wszystkie",
        curt: "dziekujemy; dziekuje; dzieki; dziekujemy bardzo; bardzo dziekujemy; wyslano; sukces; \
             gotowe; gratulacje",
    },
];

/// More is still to be done, although the page thanks already.
pub(super) const PENDING: &str = "please .. review|complete|fill|provide|continue|finish|answer; review your|and; \
     almost done|there|finished; one more step|thing; \
     to complete|finish|submit|start|begin your|the application; before you submit; \
     fill out|in .. form|fields|questions|below; \
     bitte .. fullen|prufen|uberprufen|erganzen|erganze|vervollstandigen|fulle|prufe|beantworten|\
     bestatigen; fast geschafft|fertig; noch ein schritt; \
     veuillez .. completer|remplir|verifier|repondre|finaliser|renseigner; \
     merci de completer|remplir|verifier|renseigner|finaliser|repondre; presque termine|fini; \
     por favor .. complete|completa|rellena|rellene|revisa|revise|responde|responda|confirma|preencha|\
     preenche|responda; casi listo|terminado; \
     compila|compili|completa|completi|verifica|verifichi|controlla .. modulo|campi|dati|domande|\
     candidatura|risposte; ci siamo quasi; quasi fatto; vul .. in; \
     controleer .. gegevens|antwoorden|sollicitatie; bijna klaar; revise .. dados|respostas|candidatura; \
     quase la|pronto; \
     prosimy|prosze .. wypelnic|wypelnij|uzupelnic|uzupelnij|sprawdzic|sprawdz|odpowiedziec; \
     uzupelnij|wypelnij|sprawdz .. formularz|dane|pola|odpowiedzi|ponizej; juz prawie; \
     step|schritt|etape|paso|passaggio|passo|stap|etapa|krok 1|2|3|4|5|6|7|8|9";

/// Parts of an address that speak of a form that was sent.
pub(super) const ADDRESS: &str = "thank; thanks; thankyou; confirmation; confirmed; success; successful; submitted; applied; \
     complete; completed; danke; bestatigung; bestaetigung; erfolg; merci; gracias; confirmacion; \
     grazie; conferma; bedankt; bevestiging; obrigado; confirmacao; dziekujemy; potwierdzenie";

/// Words on a button that sends.
pub(super) const SEND: &str = "submit; submit .. application; send .. application|form|resume|cv; finish .. application; \
     apply .. submit; complete .. application; absenden; abschicken; einreichen; \
     bewerbung .. senden|ubermitteln|versenden; jetzt|verbindlich|online bewerben; \
     envoyer .. candidature|cv|dossier; soumettre; deposer .. candidature; transmettre .. candidature; \
     valider .. candidature; \
     enviar .. solicitud|candidatura|postulacion|inscripcion|curriculum|cv|aplicacao|inscricao|\
     curriculo; presentar .. solicitud|candidatura; submeter; invia .. candidatura|domanda|cv; inoltra; \
     candidati ora; invia candidatura; verzend .. sollicitatie; verstuur .. sollicitatie; \
     sollicitatie .. versturen|verzenden|indienen|insturen; versturen; verzenden; indienen; wyslij; \
     wyslij .. zgloszenie|aplikacje|cv; zloz .. aplikacje|podanie; przeslij";

/// Whole texts of buttons that send.
pub(super) const EXACT_SEND: &str = "apply; apply now|here; send; finish; done; complete; bewerben; senden; ubermitteln; envoyer; \
     postuler; je postule; valider; enviar; postular; postularme; postularse; aplicar; inscribirme; \
     candidatar; candidatar me|se; invia; candidati; conferma e invia; solliciteer; solliciteren; \
     verstuur; verzend; aplikuj; aplikuj teraz; wyslij; zaaplikuj; finalizar; concluir";

/// Words on a button that leads on to the next part, or to a review.
pub(super) const STEP: &str = "next; continue; proceed; review; preview; weiter; fortfahren; prufen; uberprufen; vorschau; \
     suivant; suivante; continuer; poursuivre; apercu; relire; siguiente; continuar; revisar; avanti; \
     continua; prosegui; rivedi; anteprima; volgende; verder; doorgaan; controleren; proximo; proxima; \
     seguinte; avancar; prosseguir; dalej; nastepny; nastepna; kontynuuj; podglad; przejdz";

/// Words on a button that keeps the form for later.
pub(super) const DRAFT: &str = "save; draft; later; speichern; zwischenspeichern; entwurf; spater; enregistrer; sauvegarder; \
     brouillon; guardar; borrador; salva; bozza; opslaan; bewaren; concept; salvar; rascunho; zapisz; \
     szkic";

/// Words on a button that has nothing to do with sending the application.
pub(super) const OTHER: &str = "back; previous; cancel; close; search; subscribe; sign in|up|out; log in|out; login; register; \
     upload; attach; add; remove; delete; edit; clear; reset; browse; choose; linkedin; indeed; google; \
     autofill; with; feedback; comment; code; zuruck; abbrechen; schliessen; suchen; suche; anmelden; \
     hochladen; hinzufugen; entfernen; loschen; retour; precedent; annuler; fermer; rechercher; \
     connexion; ajouter; supprimer; telecharger; televerser; atras; volver; anterior; cancelar; cerrar; \
     buscar; anadir; agregar; subir; eliminar; indietro; annulla; chiudi; cerca; aggiungi; carica; \
     rimuovi; accedi; terug; vorige; annuleren; sluiten; zoeken; toevoegen; uploaden; verwijderen; \
     inloggen; voltar; fechar; pesquisar; adicionar; carregar; remover; entrar; wstecz; wroc; anuluj; \
     zamknij; szukaj; dodaj; usun; zaloguj; newsletter; alert; alerts";

/// Words in a question that nobody keeps the answer to: secrets, numbers of papers, and what the law protects.
pub(super) const PRIVATE: &str = "password|passwort|kennwort|passcode|contrasena|wachtwoord|senha|haslo; mot de passe; \
     parola d ordine; social security|insurance; national insurance|id; \
     ssn|sin|nif|dni|nie|cpf|pesel|bsn|iban|bic; \
     passport|passeport|reisepass|pasaporte|passaporto|paspoort|paszport*; \
     tax|bank|account|card|identity|id number; steuer*|sozialversicherungs*|kontonummer|ausweis*; \
     codice fiscale; numero de securite|seguridad|seguranca; verification|security|one code|time; \
     captcha; \
     gender|sex|geschlecht|genre|sexe|genero|sexo|genere|sesso|geslacht|plec|pronoun|pronouns|pronomen; \
     race|racial|ethnic*|ethnie|ethnische|etnia|etnico|etnica|hispanic|latino; \
     sexual|sexuelle|sexuell|transgender|lgbt*; \
     religion|religious|konfession|religios*|religieus*|wyznanie; \
     disab*|behinder*|schwerbehinder*|handicap*|discapacidad|disabilita|beperking|deficiencia|\
     niepelnosprawn*; veteran|veterans; civil status|partnership; \
     marital|familienstand|matrimonial|conjugal|burgerlijke|married|verheiratet; \
     pregnan*|schwanger*|enceinte|embaraz*|incinta|zwanger|gravida|ciaz*; \
     health|medical .. condition|conditions|status|problem|problems|history; \
     krankheit*|gesundheit*|erkrankung*; trade union; gewerkschaft*|syndicat*|sindicat*|vakbond; \
     political .. party|opinion|opinions|affiliation; \
     criminal|convict*|felony|vorstraf*|vorbestraft|antecedentes|condann*|strafblad|karaln*; \
     casier judiciaire; \
     birth|birthday|birthdate|geburts*|naissance|nacimiento|nascita|geboorte*|nascimento|urodzenia; \
     your age; how old; i|we agree|consent|accept|acknowledge|certify; \
     consent|consents|gdpr|rodo|dsgvo|privacy|datenschutz*|einwilligung*|consentement|consentimiento|\
     consenso|toestemming|consentimento; terms|agb|nutzungsbedingungen; signature|unterschrift|initials";
