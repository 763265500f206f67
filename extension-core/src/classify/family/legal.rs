//! Legal questions by meaning: may the person work there, do they need sponsorship, in which country, asked plainly
//! or negated, one question or two in one.
//!
//! What must not happen here: "authorized" and "need sponsorship" mixed up, a negation overheard, a question about
//! papers or proof taken for the question itself.

use crate::classify::family::legal_words;
use crate::classify::question::Question;
use crate::classify::text::{self, Patterns, tables};
use crate::classify::{FieldKind, LegalMeaning, places};

tables! {
    /// May work.
    MAY_WORK = [
        "authorized|authorised|authorization|authorisation to work|be_employed", "work|working|employment authorization|authorisation", "right|rights to work", "eligible|eligibility to .. work", "work eligibility", "employment eligibility", "permitted|entitled|allowed .. to work|be_employed", "work|working|be_employed .. legally|lawfully", "legal|lawful for .. to .. work", "right .. employment|paid_employment|paid_work", "right|rights|leave|permission to live|reside|remain|stay .. work", "legally|lawfully .. take|accept|start .. job|role|position|post", "lawful employment", "eligible|cleared|permitted for employment",
        "eligible to be_employed|be_hired", "legally .. work|employed|authorized|authorised|permitted|entitled|eligible", "permitted|entitled|allowed|permission|licensed to .. work|be_employed", "legal|unrestricted right .. work", "working rights", "authorized|authorised .. work|employment|employed", "legal authorization|status .. work", "able to .. legally work", "lawfully .. work|employed", "able|eligible|free|entitled|allowed|permitted to accept|take|take_up employment|paid_employment|work",
        "berechtigt|berechtigung .. arbeiten|beschäftigt|arbeit", "arbeit|arbeitsaufnahme|beschäftigung|erwerbstätigkeit .. berechtigt", "dürfen|darfst|darf .. arbeiten", "recht|erlaubnis .. zu_arbeiten", "recht .. arbeiten", "erlaubt .. arbeiten",
        "autorisé|autorisée|autorisés|habilité|habilitée à|a .. travailler", "autorisé|autorisée|autorisés à|a .. occuper|exercer", "autorisant|permettant à|de travailler", "droit de travailler|travail", "légalement .. emploi|travail*|poste|activité", "admissible|éligible à .. travailler", "permettant d|de exercer|travailler",
        "autorizado|autorizada|elegible|permiso|autorización|autorização|permissão .. trabajar|laborar|trabalhar", "legalmente|legal .. actividad|atividade|attività|empleo|emprego", "legaal|wettelijk .. werken", "oikeus työskennellä", "derecho a|de trabajar", "autorizzato|autorizzata .. lavorare", "diritto di lavorare|lavoro", "trabajar|laborar|trabalhar|lavorare|travailler legalmente|légalement", "legalmente|légalement .. trabajar|laborar|trabalhar|lavorare|travailler", "rechtlich|gesetzlich|wettelijk .. arbeiten|werken", "apto|apta|habilitado|habilitada .. trabalhar|trabajar|laborar", "gerechtigd|bevoegd .. werken", "mag je|u .. werken", "recht|toestemming om .. werken",
        "autorizado|autorizada|permissão a|para .. trabalhar", "direito de|a trabalhar", "prawo do .. prac*", "uprawnion* do .. pracy|pracowania", "rätt att arbeta|jobba", "rett til å arbeide|jobbe", "może*|możesz .. legalnie pracować|pracowa*", "mag|mogen|mogt .. werken", "berechtigt .. zu arbeiten"];
    /// The papers that let somebody work. Having them is one question, getting or keeping them another.
    PERMIT = [
        "work permit|permission|rights", "arbeitserlaubnis|arbeitsgenehmigung|aufenthaltstitel|arbeitsberechtigung|aufenthaltserlaubnis|arbeitsbewilligung", "permis|autorisation de travail|travailler", "titre de séjour", "permiso|autorización de trabajo|laboral|trabajar|para", "permesso|autorizzazione di lavoro|soggiorno", "werkvergunning|tewerkstellingsvergunning|verblijfsvergunning|arbeidsvergunning", "autorização|permissão de|para trabalho|trabalhar", "pozwolenie|zezwolenie na|do .. pracę|prac*", "arbetstillstånd|arbeidstillatelse|työlupa",
    ];
    HAVE = [
        "have|has|hold|holds|possess|valid|haben|hast|habe|besitz*|verfüg*|liegt|vorhanden|gültig*|avez|as|ai|disposez|disposes|possédez|possèdes|titulaire|valide|tienes|tiene|tengo|cuentas|cuenta|posee*|dispone*|válido|válida|hai|ha|possiedi|possiede|valido|heb|hebt|heeft|beschik*|geldig*|possui|tem|tens|tenho|masz|ma|posiada*|ważn*|har",
    ];
    /// Visas and the like that an employer may have to get for somebody.
    PAPER = ["employment_pass|work_pass|s_pass|lmia|eimt|h1b|h_1b|visa|visas|visum|visums|immigration|green_card|work_permit|work_permits|work_visa|lmia|visado|visados|visto|vistos|wiza|wizy|wizę|visumaanvraag", "arbeitserlaubnis|arbeitsgenehmigung|aufenthaltstitel|aufenthaltserlaubnis|arbeitsbewilligung", "permis de_travail|travail", "autorisation de travail", "titre de séjour", "permiso de trabajo", "permesso di_lavoro|di_soggiorno", "werkvergunning|tewerkstellingsvergunning|verblijfsvergunning", "autorização de trabalho", "pozwoleni*|zezwoleni* na pracę"];
    /// What an employer does about them.
    HELP = ["support|help|assist|assistance|assisting|apply|file|petition|obtain|obtaining|arrange|renew|transfer|handle|unterstütz*|hilfe|beantrag*|aide|aider|soutien|démarche*|demande|demander|demandions|fassions|accompagn*|apoyo|ayuda|tramit*|gestion*|solicit*|aiut*|supporto|assistenza|richied*|hulp|steun|ondersteun*|aanvragen|aanvraagt|regelen|apoio|ajuda|trat*|pedir|wspar*|pomoc*|wniosk*"];
    /// What was once: another question than what is and will be.
    ONCE = ["^have|had|has you|he|she ever", "ever been|had|held|needed|required|sponsored|applied", "previously|in_the_past|formerly", "jemals|schon_einmal|früher", "^avez vous déjà|jamais", "alguna_vez|anteriormente|en_el_pasado", "in_passato|precedentemente", "ooit|eerder", "alguma_vez|no_passado", "kiedykolwiek|w_przeszłości"];
    /// Needs a sponsor or a visa.
    SPONSOR = [
        "sponsor*|sponsorship", "visa support|sponsorship|assistance|transfer", "require|need us .. file .. petition", "require|need .. company|employer .. file .. petition", "immigration support|case|sponsorship|assistance|filing", "require|requires|need|needs|requiring|needing .. support|help|assist*|petition|apply|obtain|arrange|renew .. work_permit|work_permits", "without .. visa|work_permit|work_visa", "devr*|faudra* .. demander|obtenir|solliciter .. autorisation|permis|visa|titre", "tendremos|tendríamos|habrá|habría .. solicitar|tramitar|obtener .. permiso|visado|visa|autorización", "dovremo|dovremmo|dovrà .. richiedere|ottenere .. permesso|visto", "teremos|teríamos .. pedir|tratar|obter .. visto|autorização", "moeten|zouden we|wij .. aanvragen", "company|employer|we|us .. apply|obtain|arrange|renew .. work_permit|work_visa", "visum|arbeitsvisum|arbeitserlaubnis|arbeitsgenehmigung .. beantragen", "visum|werkvergunning|verblijfsvergunning|tewerkstellingsvergunning .. nodig", "visumsponsoring|visasponsoring|visumspons*|visumunterstützung|visumsunterstützung", "ohne|zonder visum*|visa|arbeitsvisum", "sans|sin|senza|sem|bez visa|visado|visto|wizy", "require|requires|required|need|needs|requiring|needing .. .. visa|h_1b|h1b", "visa .. required|needed|require|need", "^benötig*|brauch* .. .. arbeitserlaubnis|arbeitsgenehmigung|arbeitsvisum|arbeitsbewilligung", "^heb|hebt|heeft .. visum|werkvergunning|verblijfsvergunning|tewerkstellingsvergunning nodig", "^do|will|would you .. need|require a|any work permit", "^avez|as vous|tu besoin .. permis|autorisation|titre", "^necesitas|necesita|necesitarás .. permiso", "^hai|ha bisogno .. permesso", "^czy potrzebujesz|potrzebuje .. pozwoleni*|zezwoleni*", "benötig*|brauch* .. .. visum|visums|visa|aufenthaltstitel|sponsor*", "visum benötig*|erforderlich|notwendig", "besoin|nécessit* .. .. visa|parrainage|sponsor*", "parrainage", "necesit*|requier* .. .. visado|visa|patrocinio", "patrocinio|patrocínio|sponsorizzazione|sponsorowan*|sponsorizacja", "bisogno|richied*|necessit* .. visto|sponsor*", "nodig .. visum", "visum nodig", "precisa|necessita|requer .. visto|patrocínio", "potrzebuj*|wymaga* .. wizy|wiza|sponsor*", "visa|visto|visado|wizy sponsor*",
    ];
    /// Needing it is the question (rather than having it).
    NEED = [
        "require|requires|required|requiring|need|needs|needed|needing|seek*|want|necessary|have_to|depend|depends|dependent|depending|rely|relies|relying|rest|ask|asking|count|counting|expect|expecting", "would|will|should|must we|our_company|the_company|the_employer|an_employer", "müssen|müssten|müsste|muss|angewiesen|abhängig", "devr*|faudra*|tendremos|tendríamos|tendría_que|tendrá_que|tendrían_que|deberá|debería|habrá|habría|dovremo|dovremmo|dovrà|dovrebbe|teremos|teríamos|terá_de|teria_de|moeten|zouden", "benötig*|brauch*|erforderlich|notwendig|nötig|angewiesen", "besoin|nécessit*|nécessaire|requier*|requis", "necesit*|requier*|precis*|bisogno|necessari*|richied*|requer|nodig|vereist|potrzeb*|wymaga*",
    ];
    /// "Without sponsorship".
    WITHOUT = [
        "without .. sponsor*|sponsorship|visa|support", "no|not .. need|require .. sponsor*|sponsorship", "with no .. sponsor*|visa|visas", "zonder .. visum*", "ohne .. sponsor*|visum*|visa|unterstützung|einschränkung*", "sans .. parrainage|visa|sponsor*", "sin .. patrocinio|visado|visa|sponsor*", "senza .. sponsor*|visto", "zonder .. sponsor*|visum", "sem .. patrocínio|visto|sponsor*", "bez .. sponsor*|wizy",
    ];
    /// About working at all, where "without sponsorship" alone stands.
    WORKING = ["role|position|post|team|join|slag|tätig*|beschäftig*|rejoindre|incorporar*|work|working|employment|employed|hired|job|arbeit*|travail*|trabaj*|lavor*|werk*|trabalh*|prac*"];
    /// "I do NOT require …".
    NOT_NEED = [
        "no sponsor*|visa .. needed|required|necessary", "require|requires|need|needs|want|seek|seeking no .. sponsor*|visa|visas|support|help|assistance|permit|work_permit",         "not|never|dont|don_t|wont|won_t|doesn_t|no_longer|cannot .. require|requires|need|needs|requiring", "not|never now .. require|need", "ne .. pas besoin", "pas besoin", "kein|keine|keinen .. visum|sponsor*|arbeitserlaubnis", "nicht .. benötig*", "no necesit*|requier*", "non .. bisogno|richied*|necessit*", "geen .. visum|sponsor* nodig", "não precis*|necessit*|requer", "nie potrzebuj*|wymaga*",
    ];
    /// "I am NOT authorized …".
    NOT_MAY = ["not authorized|authorised|eligible|permitted|legally|allowed|entitled", "not .. have .. right|authorization|permit", "unauthorized|unauthorised|ineligible", "without .. authorization|authorisation|right|permission|permit to work|be_employed", "nicht berechtigt", "kein|keine|keinen .. arbeitserlaubnis|erlaubnis|recht|berechtigung|aufenthaltstitel|arbeitsgenehmigung", "pas autorisé|autorisée", "pas .. droit|autorisation|titre", "no tengo|cuento|dispongo|poseo .. permiso|derecho|autorización", "no estoy autorizado|autorizada|habilitado|habilitada", "non ho|possiedo|dispongo .. permesso|diritto|autorizzazione", "non sono autorizzato|autorizzata", "geen .. werkvergunning|recht|toestemming|verblijfsvergunning", "não tenho|possuo .. autorização|direito|permissão", "nie mam|posiadam .. prawa|zezwolenia|pozwolenia", "inte|ikke .. rätt|ret|rett|arbetstillstånd|arbeidstillatelse"];
    /// Turns what is said round.
    NEGATION = [
        "not|never|cannot|cant|without|unable|prevent*|prohibit*|lack*|missing|neither|nor|isn|aren|don|doesn|won|wouldn", "with no",
        "nicht|kein|keine|keinen|keiner|ohne|fehlt|niemals", "pas|sans|jamais|aucun*", "sin|nunca|ningun*|impid*|impedi*", "no tengo|estoy|puedo|cuento|dispongo|necesito|requiero|poseo|pueda", "senza|mai", "non ho|hai|ha|sono|sei|è|posso|puoi|può|possiedo|dispongo|necessito|richiedo|serve", "niet|geen|zonder|nooit", "sem|nunca", "não tenho|possuo|posso|estou|necessito|preciso", "bez|nigdy", "nie mam|posiadam|potrzebuj*|mogę|jestem", "inte|ikke|ej|utan|uten|uden",
    ];
    /// And these do not.
    NO_TURN = ["without|no|any|ohne|sans|sin|senza|zonder|sem|bez .. restriction|restrictions|limit|limits|limitation|limitations|conditions|paperwork|einschränkung*|beschränkung*|auflagen|restriccion*|restrizion*|limitazion*|beperking*|restriç*|ograniczeń", "whether or not", "or not"];
    /// About papers, proof, history or conditions: another question than the one it mentions.
    ABOUT_SOMETHING_ELSE = [
        "proof|verify|verification|evidence|documentation|documents|document .. identity|authorization|authorisation|eligibility|right|work",
        "provide|submit|present|show .. proof|evidence|documentation|documents|verification",
        "18_years|at_least_18|over_18|years_of_age|years_old", "background_check|drug|criminal|clearance",
        "export control*|controlled|regulations", "itar|ear99", "nachweis|kopie",
        "expire|expires|expiry|expiration|valid_until|gültig_bis|end_date|ablaufdatum",
        "type|kind of .. visa|permit|authorization", "what|which .. visa|permit|immigration_status|type|work_permit",
        "visa type|category|expiry", "on|under what|which basis|status|grounds", "^will|would|do|does|did|can|could|is|are|has|have|should .. if|when|whenever you|they|he|she need|needs|require|requires", "your team|clients|customers|staff|colleagues|guests|employees", "ihr|dein|euer team", "from|by your|current employer", "arbeitgebers|vorgesetzten|datore_attuale|tuo_datore|suo_datore|votre_employeur|ton_employeur|su_empleador|tu_empleador|je_werkgever", "give|giving notice|notify|inform|report|declare|disclose|update .. visa|permit|immigration", "explain|elaborate|details", "please .. describe|specify",
        "issue with|about|date|country|number|place|authority", "of issue", "any|an|no|visa|permit issue", "financial|event|events|sponsored_by|executive_sponsor|brand|sales|marketing", "how many|long", "^when", "which|what|welche*|quels|quelles country|countries|länder*|land|pays",
        "understand|acknowledge|aware|note_that|we_do_not|cannot|unable_to|not_able_to|does_not .. sponsor*",
        "^is|are|do|does|have there|you|your .. restriction|restrictions|limitation|limitations|conditions on|to|attached",
        "sponsor* .. training|course|courses|certification|certificate|exam|exams|tuition|degree|mba|charity|sport|sports|gym|membership", "travel*|reisen|voyag*|viaj*|viagg*|reizen|podróż*|driving|drive|licen*|führerschein",
        "refused|denied|declined|revoked|overstay*|deport* .. visa|permit|country", "visa|permit .. refused|denied|declined|revoked|overstay*", "list|any|what|which .. restrictions|conditions .. permit|visa",
        "arbeiten|werken|travailler|trabajar|lavorare|trabalhar .. nachts|nacht|wochenende|wochenenden|schicht*|überstunden|sonntags|samstags|weekend|weekends|overuren|nuit|week_end|dimanche|noche|turnos|notte|turni|noite", "nachts|wochenende|wochenenden|schicht*|überstunden|sonntags|samstags|weekend|weekends|overuren|nuit|week_end|dimanche|noche|turnos|notte|turni|noite .. arbeiten|werken|travailler|trabajar|lavorare|trabalhar", "to work overtime|extra|nights|weekends|shifts|unsupervised|alone|independently|outdoors|at_height|at_heights|with_children|with_young*|with_vulnerable|with_minors",
    ];
    /// About the right itself rather than whether it is there ("Is your right to work limited …").
    ABOUT_THE_RIGHT = [
        "^is|are|does|do|has|was|will|when|until|how your|the", "^ist|sind|wird|läuft|hat|gilt|wurde|bleibt ihr|ihre|dein|deine", "^votre|ton|vos|tes", "^est ce que votre|ton", "^il|la|lo|i|è tuo|tua|suo|sua|tuoi|suoi", "^è|scade il|la tuo|tua|suo|sua", "^su|tu|es|está su|tu|permiso|autorización|derecho", "^caduca|vence su|tu", "^is|loopt|blijft|wordt je|jouw|uw", "^o|a|seu|sua|teu|tua|é seu|sua|teu|tua|permissão|autorização|o_seu|a_sua", "^czy twoj*|pana|pani",
        "tied|linked|limited|restricted|conditional|temporary|befristet|eingeschränkt|gebunden|limité|limitée|restreint|temporaire|limitado|limitada|vinculado|vinculada|limitato|vincolato|temporaneo|tijdelijk|beperkt|temporário|temporária|czasow*|ograniczon*|scade|scadrà|vence|caduca|verloopt|expira|expire*|renouvel*|renov*|renew*|verlänger*|verleng*",
        "right|authorization|authorisation|eligibility|permission .. check|checks|documents|documentation|paperwork|papers|evidence", "check|checks|checking|see .. right|authorization|authorisation|eligibility|permission",
        "work|working from_home|remotely|from_abroad", "arbeiten|werken|travailler|trabajar|lavorare|trabalhar .. homeoffice|home_office|remote|zuhause|zu_hause|thuis|télétravail|teletrabajo|casa", "homeoffice|home_office|remote|zuhause|zu_hause|thuis .. arbeiten|werken", "selbstständig|selbständig|eigenverantwortlich|nebenbei|nebenberuflich",
        "work|working with|around|near|alongside|as|at_height|at_heights|at_night|on_site|on_sites|on_vehicles|on_machinery|for_a|for_another|for_competitors|under_pressure", "dürfen|darfst|darf|erlaubt|berechtigt|erlaubnis .. mit|auf|an|am .. arbeiten|arbeit", "travailler|travail en_hauteur|avec|auprès|sur|seul|seule|de_nuit", "trabajar|trabajo|laborar en_altura|en_alturas|con|desde_casa|solo|sola|de_noche", "lavorare|lavoro in_quota|con|da_casa|da_solo|da_sola|di_notte", "werken met|op_hoogte|alleen", "met .. werken", "trabalhar|trabalho em_altura|com|sozinho|sozinha|de_casa", "pracować|pracy z|na_wysokości",
        "work|working|employed in|at hospital|hospitals|school|schools|college|colleges|university|universities", "work|working|employed in|at a|an|any hospital|school|college|university|charity|trust|institute|agency|bank|team|site|office|home",
        "spouse|partner|wife|husband|family|dependants|dependents|under_18|under_16|minor|minors", "ehepartner*|ehefrau|ehemann|conjoint|cónyuge|coniuge|partner|cônjuge",
    ];
    /// One status among many ("… only under a student visa"): whoever may work otherwise has no plain answer to it.
    ONE_STATUS = [
        "student|spouse|dependent|dependant|visitor|temporary|graduate|holiday visa|permit", "on|under|through|with opt|cpt|ead|daca|tps", "on|under|through|with an|a|my opt|cpt|ead|daca|f_1|j_1|h_1b|h1b|l_1|tn", "studentenvisum|arbeitsvisum_für_studierende|visa_étudiant|visado_de_estudiante|visto_per_studio|studentenvisum|visto_de_estudante|wiza_studencka",
    ];
    /// Two questions in one.
    TWO = ["authorized|authorised|eligible|right .. work .. and .. require|need .. sponsor*|visa"];
}

/// What a question asks about the law, and how sure that is; `None` where it is not such a question.
pub(crate) fn read(question: &Question) -> Option<(FieldKind, f32, LegalMeaning)> {
    let words = &question.all;
    if question.follow_up || words.len() > 110 {
        return None;
    }
    if turned_unclearly(question) {
        return None;
    }
    let need = NEED.any(words);
    let asks = words.len() > 3 && (question.sentence || question.raw.contains('?'));
    let helped = HELP.any(words) && PAPER.any(words);
    // A permit is named by those who ask whether it is there and by those who ask who gets it.
    let may = MAY_WORK.any(words)
        || (PERMIT.any(words) && (!asks || HAVE.any(words)) && !(need && helped));
    let may = may && !(asks && ABOUT_THE_RIGHT.any(words));
    let sponsor = SPONSOR.any(words) || (need && helped);
    if !may && !sponsor {
        return None;
    }
    if !legal_words::are_all_known(question, sponsor) {
        return None;
    }
    if ABOUT_SOMETHING_ELSE.any(words) || (sponsor && ONCE.any(words)) {
        return None;
    }
    // "I have the right to work / I do not": the options stand in the question, which has no sense of its own then.
    if (NOT_MAY.any(words) || NOT_NEED.any(words)) && options_in(&question.raw) > 1 {
        return None;
    }
    // "Authorized to work? And will you require sponsorship?" has no single answer.
    let two = may && sponsor && (question.raw.matches('?').count() > 1 || TWO.any(words));
    let without = WITHOUT.any(words);
    let meaning = |negated, compound| LegalMeaning {
        negated,
        country: country(question),
        compound,
    };
    let sure = if words.len() <= 40 { 0.92 } else { 0.8 };
    if may && sponsor && !two && without && !starts_with_need(words) {
        return Some((
            FieldKind::WorkAuthorization,
            sure,
            meaning(NOT_MAY.any(words), true),
        ));
    }
    if two && !without {
        return None;
    }
    let without_it = without && WORKING.any(words);
    // "Can you work here without sponsorship?" asks for the right to work too: "yes" wants both.
    if sponsor && without_it && !NOT_NEED.any(words) {
        return Some((FieldKind::VisaSponsorship, sure, meaning(true, true)));
    }
    if sponsor && (need || without_it || (!may && !question.sentence)) {
        let negated = without || NOT_NEED.any(words);
        return Some((FieldKind::VisaSponsorship, sure, meaning(negated, false)));
    }
    if may && !sponsor && !ONE_STATUS.any(words) {
        return Some((
            FieldKind::WorkAuthorization,
            sure,
            meaning(NOT_MAY.any(words), false),
        ));
    }
    None
}

/// Whether something turns the question round that no table explains: read the wrong way, it would be a wrong answer.
fn turned_unclearly(question: &Question) -> bool {
    let explained: [&Patterns; 4] = [&WITHOUT, &NOT_NEED, &NOT_MAY, &NO_TURN];
    let mut sentences = question.raw.split_inclusive(['.', '?', '!', ':', ';']);
    let turns = |sentence: &str| {
        let words = text::words(sentence);
        NEGATION.any(&words) && !explained.iter().any(|table| table.any(&words))
    };
    // "It is an offence to employ anyone who is not … Are you …?": what turns there says nothing of the person.
    let asks = question.raw.contains('?');
    let elsewhere =
        |sentence: &str| asks && !sentence.ends_with('?') && NOT_MAY.any(&text::words(sentence));
    sentences.any(|sentence| turns(sentence) || elsewhere(sentence))
}

/// How many parts of a text, set apart by strokes, tell of the right to work or of sponsorship each.
fn options_in(raw: &str) -> usize {
    let parts = raw.split(['/', '|', ';']);
    parts
        .map(text::words)
        .filter(|part| MAY_WORK.any(part) || SPONSOR.any(part))
        .count()
}

/// Whether a word is one that the tables of what is asked for are written with.
pub(super) fn is_of_tables(word: &str) -> bool {
    let tables: [&Patterns; 9] = [
        &MAY_WORK, &PERMIT, &HAVE, &PAPER, &HELP, &SPONSOR, &NEED, &WITHOUT, &NOT_NEED,
    ];
    tables.iter().any(|table| table.is_written_with(word))
}

/// Whether needing comes before anything about being allowed ("Will you require sponsorship for work authorization …").
fn starts_with_need(words: &[String]) -> bool {
    let first = |table: &Patterns| {
        (0..words.len())
            .find(|&end| table.any(&words[..=end]))
            .unwrap_or(usize::MAX)
    };
    first(&NEED) < first(&MAY_WORK)
}

/// Whether a word is a country's name.
pub(super) fn is_country(word: &str) -> bool {
    !places::countries_in(word).is_empty()
}

/// The country the question names: one, or none; several make an answer for one of them impossible.
fn country(question: &Question) -> String {
    let mut named = places::countries_in(&question.raw);
    for code in legal_words::countries_named(&question.raw) {
        let code = code.unwrap_or(places::UNKNOWN);
        if !named.contains(&code) {
            named.push(code);
        }
    }
    match named.as_slice() {
        [] if places::is_about_present_place(&question.all) => places::UNKNOWN.to_owned(),
        [] => String::new(),
        [one] => (*one).to_owned(),
        _ => places::UNKNOWN.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::question::read as question;

    /// What is read, in a few words.
    fn said(text: &str) -> String {
        match read(&question(text, 1.0)) {
            None => "-".to_owned(),
            Some((kind, _, meaning)) => format!(
                "{}{}{} {}",
                if kind == FieldKind::WorkAuthorization {
                    "may"
                } else {
                    "sponsor"
                },
                if meaning.negated { " not" } else { "" },
                if meaning.compound { " both" } else { "" },
                meaning.country
            )
            .trim_end()
            .to_owned(),
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(said(text), expected, "{text}");
    }

    #[test]
    fn wordings_are_read_as_they_are_meant() {
        let lines = include_str!("../../../tests/legal_wordings.txt").lines();
        let mut count = 0;
        for line in lines.filter(|line| !line.starts_with('#')) {
            let (expected, text) = line.split_once(" | ").expect("a meaning and a question");
            check(text, expected);
            count += 1;
        }
        assert!(count > 300, "{count}");
    }

    #[test]
    fn authorized_is_not_sponsored() {
        check(
            "Are you legally authorized to work in the United States?",
            "may US",
        );
        check("Are you authorized to work in the U.S.", "may US");
        check("Do you have the right to work in the UK?", "may GB");
        check("Right to work", "may");
        check(
            "Will you now or in the future require sponsorship for employment visa status?",
            "sponsor",
        );
        check(
            "Will you now or in the future require visa sponsorship to work in Germany?",
            "sponsor DE",
        );
        check(
            "Do you currently require this company's immigration sponsorship for work authorization in order to begin work?",
            "sponsor",
        );
        check(
            "In order to maintain your continued ability to work, will you in the future require immigration sponsorship?",
            "sponsor",
        );
        check(
            "Do you need a sponsorship / visa to work in Europe?",
            "sponsor EU",
        );
        check("Visa sponsorship required?", "sponsor");
    }

    #[test]
    fn polarity_is_kept() {
        check(
            "Are you authorized to work in Canada without sponsorship?",
            "may both CA",
        );
        check(
            "Können Sie ohne Visum in Deutschland arbeiten?",
            "sponsor not both DE",
        );
        check("I do not require visa sponsorship", "sponsor not");
        check(
            "Please confirm that you won't need a visa for the UK",
            "sponsor not GB",
        );
        check(
            "Can you work for us without the need for sponsorship?",
            "sponsor not both",
        );
        check(
            "I am not authorized to work in the United States",
            "may not US",
        );
    }

    #[test]
    fn papers_to_have_are_not_papers_to_get() {
        check(
            "Sind Sie bei Visum oder Aufenthaltstitel auf unsere Hilfe angewiesen?",
            "sponsor",
        );
        check("Besitzen Sie einen gültigen Aufenthaltstitel?", "may");
        check("Ist Ihr Aufenthaltstitel befristet?", "-");
        check("Wann läuft Ihr Aufenthaltstitel ab?", "-");
        check(
            "Should the company have to support a work permit for you?",
            "sponsor",
        );
        check("Will you be asking us to sponsor a green card?", "sponsor");
        check(
            "Are you counting on the employer to sponsor your visa?",
            "sponsor",
        );
        check(
            "¿Debería la empresa tramitar su permiso de trabajo?",
            "sponsor",
        );
        check("Would you need our help with immigration?", "sponsor");
        check(
            "Haben Sie die Erlaubnis, in Österreich zu arbeiten?",
            "may AT",
        );
        check("Have you ever needed a sponsored visa?", "-");
        check("Wurden Sie jemals für ein Visum gesponsert?", "-");
        check("¿Puede usted laborar legalmente en México?", "may MX");
        check(
            "Está legalmente habilitada a trabalhar no Brasil?",
            "may BR",
        );
        check("Darfst du am Wochenende arbeiten?", "-");
    }

    #[test]
    fn what_the_right_is_like_is_another_question() {
        check("Is your right to work tied to one employer?", "-");
        check("Is the right to work you hold limited in hours?", "-");
        check("Läuft Ihre Arbeitserlaubnis dieses Jahr ab?", "-");
        check("Votre droit de travailler est-il temporaire ?", "-");
        check("La tua autorizzazione di lavoro scade a breve?", "-");
        check("¿Caduca su permiso de trabajo este año?", "-");
        check("Loopt je werkvergunning binnenkort af?", "-");
        check("Have you passed a right to work check before?", "-");
        check("May we check your right to work?", "-");
        check("Does your partner have the right to work in Ireland?", "-");
        check("Darfst du im Homeoffice arbeiten?", "-");
        check("Do you need us to sponsor a certification?", "-");
        check("Are you permitted to work with radiation?", "-");
        check("Are you allowed to work for a rival of ours?", "-");
        check("Darfst du an Hochspannung arbeiten?", "-");
        check("Êtes-vous autorisée à travailler auprès d'enfants ?", "-");
        check("¿Tiene permiso para trabajar con animales?", "-");
        check("Would your manager help if you need a visa?", "-");
        check("Must you report changes of your visa?", "-");
        check("I shall need no visa sponsorship", "sponsor not");
        check("Heb je toestemming om in België te werken?", "may BE");
        check(
            "Avrebbe bisogno che la società la aiuti con il visto?",
            "sponsor",
        );
    }

    #[test]
    fn two_questions_or_two_countries_have_no_one_answer() {
        check(
            "Are you authorized to work in the US? Will you require sponsorship?",
            "-",
        );
        check("Are you authorized to work in the US or Canada?", "may ZZ");
        check(
            "Will you require sponsorship for a visa to remain in your current location?",
            "sponsor ZZ",
        );
    }

    #[test]
    fn needing_help_with_a_permit_is_needing_a_sponsor() {
        check(
            "Would you need help from us to obtain a work permit?",
            "sponsor",
        );
        check(
            "Would the company have to apply for a work permit on your behalf?",
            "sponsor",
        );
        check(
            "Does your staying with us depend on a visa that we sponsor?",
            "sponsor",
        );
        check("Heb je een visum van ons nodig?", "sponsor");
        check(
            "Devrions-nous obtenir une autorisation de travail pour vous employer ?",
            "sponsor",
        );
        check(
            "Could you work in Canada without our getting you a work visa?",
            "sponsor not both CA",
        );
        check("Do you hold full rights to work in Ireland?", "may IE");
        check(
            "Brauchen Sie Hilfe bei der Beantragung eines Visums?",
            "sponsor",
        );
        check("Müssten wir ein Arbeitsvisum beantragen?", "sponsor");
        check(
            "Are you able to accept employment in Canada with any employer?",
            "may CA",
        );
        check(
            "Sind Sie zur Aufnahme einer Beschäftigung in Österreich berechtigt?",
            "may AT",
        );
        check(
            "I can be hired without sponsorship of any kind",
            "sponsor not both",
        );
    }

    #[test]
    fn in_other_languages() {
        check(
            "Haben Sie eine gültige Arbeitserlaubnis für Deutschland?",
            "may DE",
        );
        check(
            "Benötigen Sie ein Visum, um in Deutschland zu arbeiten?",
            "sponsor DE",
        );
        check("Êtes-vous autorisé à travailler en France ?", "may FR");
        check(
            "Avez-vous besoin d'un visa pour travailler en Suisse ?",
            "sponsor CH",
        );
        check("¿Tienes permiso de trabajo en España?", "may ES");
        check("Heb je een werkvergunning voor Nederland?", "may NL");
        check("Czy posiadasz pozwolenie na pracę w Polsce?", "may PL");
        check(
            "Você possui autorização para trabalhar no Brasil?",
            "may BR",
        );
        check("Ha il permesso di lavoro in Italia?", "may IT");
    }

    #[test]
    fn what_only_mentions_it_is_another_question() {
        check(
            "Can you provide verification of your identity and authorization to work in the United Kingdom?",
            "-",
        );
        check("If yes, what type of visa do you hold?", "-");
        check("Please explain your work authorization status", "-");
        check(
            "Please note that we do not sponsor visas for this role. Do you understand?",
            "-",
        );
        check(
            "Have you ever managed a sponsorship for a sports event?",
            "-",
        );
        check("Are you authorized to work overtime?", "-");
        check("Are you permitted to work with children?", "-");
        check("Has a work permit of yours ever been refused?", "-");
        check("Have you ever been denied a work permit?", "-");
        check(
            "Are you at least 18 years of age and authorized to work?",
            "-",
        );
    }
}
