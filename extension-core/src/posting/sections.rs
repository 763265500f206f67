//! What the sections of a job description are about, by their headings, in eight languages: data and look-up.

use std::sync::LazyLock;

use super::fold::fold;
use super::phrases::Phrases;

/// What stands under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What the job asks for.
    Required,
    /// What is welcome.
    Preferred,
    /// Tasks, benefits, the company.
    Other,
}

/// Folded headings, whole.
static REQUIRED_WHOLE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "skills|experience|essential|profile|requirements|must have|must haves|you|who you are|you are|you have|you bring|you need|you will need|you ll need|you ll have|you will have|\
    profil|qualifikation|qualifikationen|kenntnisse|anforderungen|voraussetzungen|competences|perfil|conocimientos|formacion|profilo|competenze|profiel|competenties|competencias|kompetencje|kwalifikacje|oczekiwania|\
    vous|tu|jij|jij hebt|je hebt|vous avez|vous etes|tu as|tu es|du hast|du bist|sie haben|oczekujemy|expected|background|education|education and experience|experience and skills",
    )
});

/// Folded phrases anywhere in a heading.
static REQUIRED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "requirements|requirement|requires|required|qualifications|must haves|must have|what you bring|what you ll bring|what you will bring|you ll bring|you will bring|what matters to us|what you should bring|what you ll need|what you will need|what you need|\
    what we re looking for|what we are looking for|what we look for|who we re looking for|who we are looking for|who you are|we re looking for|we are looking for|looking for|about you|your profile|your background|\
    your skills|your experience|your qualifications|skills experience|skills and experience|skills and qualifications|skills knowledge and expertise|skills knowledge expertise|knowledge skills and experience|experience and qualifications|essential criteria|essential skills|selection criteria|person specification|ideal candidate|\
    candidate profile|successful candidate|what it takes|what makes you|you might be a fit|you may be a fit|good fit if|great fit if|to be successful|to succeed|key skills|knowledge and skills|knowledge skills|eligibility|you should have|you ll have|do you have|we expect|\
    dein profil|ihr profil|anforderungsprofil|anforderungen|voraussetzungen|qualifikationen|qualifikation|bringst du mit|du bringst|bringen sie mit|sie bringen|du mitbringst|sie mitbringen|mitbringen solltest|mitbringen|wen wir suchen|wir suchen|was wir erwarten|wir erwarten|\
    was dich auszeichnet|das zeichnet dich aus|zeichnet sie aus|dich auszeichnet|womit du uberzeugst|womit sie uberzeugen|du uberzeugst|damit uberzeugst|sie uberzeugen|dein background|das bist du|das hast du|so bist du|deine skills|deine qualifikation|deine qualifikationen|ihre qualifikation|ihre qualifikationen|\
    profil recherche|votre profil|ton profil|le profil|competences requises|competences attendues|competences recherchees|ce que nous recherchons|ce que nous cherchons|nous recherchons|qui etes vous|qui es tu|prerequis|exigences|vous etes|vos competences|pre requis|criteres|\
    requisitos|requisito|tu perfil|perfil buscado|que buscamos|lo que buscamos|a quien buscamos|que necesitas|que esperamos|que te hace falta|exigimos|pedimos|imprescindible|\
    requisiti|il tuo profilo|profilo ricercato|profilo richiesto|chi cerchiamo|cosa cerchiamo|chi sei|competenze richieste|cosa ti serve|ti chiediamo|\
    functie eisen|functie eis|functieeisen|wat vragen we|wat vragen wij|wat wij vragen|wij vragen|we vragen|jouw profiel|wie ben jij|wie jij bent|wie zoeken wij|wie zoeken we|wij zoeken|breng je mee|breng jij mee|neem je mee|vereisten|dit heb je|heb jij|wat je meeneemt|dit ben jij|\
    o que procuramos|o que buscamos|quem procuramos|que procuramos|seu perfil|qualificacoes|o que voce precisa|o que esperamos|pre requisitos|\
    wymagania|wymagamy|czego oczekujemy|oczekujemy|kogo szukamy|szukamy|twoj profil|od kandydata|od kandydatow|nasze oczekiwania|to oferta dla ciebie jesli",
    )
});

/// Folded phrases of headings over what is welcome.
static PREFERRED: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "nice to have|nice to haves|nice if|preferred|preferably|desirable|desired|bonus points|bonus|a plus|plus points|pluses|good to have|great to have|even better|additional skills|advantage|advantageous|what would be nice|extra credit|optional|ideally|\
    wunschenswert|von vorteil|idealerweise|pluspunkte|pluspunkt|das ware toll|kann kriterien|das ist ein plus|freuen wir uns|\
    les plus|un plus|le plus|atouts|atout|souhaite|souhaites|souhaitee|souhaitees|apprecie|appreciees|seraient un plus|idealement|\
    deseable|deseables|deseado|deseados|se valora|se valorara|valorable|valorables|valoramos|plus|\
    titolo preferenziale|preferenziali|preferibile|preferibili|costituisce titolo|gradito|graditi|gradita|gradite|apprezzato|apprezzati|\
    pre|pluspunten|mooi meegenomen|leuk als|bonuspunten|wenselijk|\
    diferenciais|diferencial|desejavel|desejaveis|valorizamos|sera um diferencial|\
    mile widziane|dodatkowe atuty|dodatkowym atutem|atutem|dodatkowo cenimy|bedzie plusem",
    )
});

/// Folded words of a heading that speaks of both, or of what is asked strictly.
static STRICT: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "required|minimum|basic|essential|must|requirements and|requises|minimos|minimi|requisiti e|minima|imprescindibles|obligatorios",
    )
});

/// Folded phrases of headings over everything else; they end a section even as plain lines.
static OTHER: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "benefits|benefit|perks|we offer|what we offer|our offer|offer|about us|about the company|about the team|about the role|about the job|the role|our company|responsibilities|your responsibilities|tasks|your tasks|duties|what you ll do|what you will do|what you do|\
    how to apply|application process|interview process|hiring process|contact|equal opportunity|salary|compensation|pay|why join|why us|our values|location|the process|next steps|key responsibilities|day to day|your role|the job|job summary|summary|overview|description|required documents|\
    wir bieten|bieten wir|was wir bieten|unser angebot|benefits|vorteile|deine vorteile|aufgaben|deine aufgaben|ihre aufgaben|aufgabengebiet|tatigkeiten|uber uns|wer wir sind|kontakt|bewerbung|deine benefits|das erwartet dich|das erwartet sie|deine rolle|gehalt|\
    nous offrons|ce que nous offrons|nous vous offrons|nos avantages|avantages|missions|vos missions|tes missions|les missions|vos responsabilites|a propos|qui sommes nous|l entreprise|processus|contact|remuneration|descriptif|\
    ofrecemos|que ofrecemos|te ofrecemos|se ofrece|beneficios|funciones|tareas|responsabilidades|descripcion|sobre nosotros|quienes somos|salario|\
    offriamo|cosa offriamo|si offre|responsabilita|mansioni|attivita|chi siamo|la posizione|retribuzione|benefit|\
    wij bieden|wat bieden wij|wat wij bieden|we bieden|bieden wij|wat bieden we|taken|jouw taken|over ons|wat ga je doen|wat je gaat doen|jouw rol|wie zijn wij|wie we zijn|arbeidsvoorwaarden|solliciteren|\
    oferecemos|o que oferecemos|atividades|atribuicoes|sobre a empresa|sobre nos|a empresa|remuneracao|\
    oferujemy|co oferujemy|to oferujemy|benefity|obowiazki|zakres obowiazkow|twoje obowiazki|zadania|twoje zadania|o nas|kim jestesmy|aplikuj|wynagrodzenie",
    )
});

/// Folded words in an item that say it is only welcome.
static WELCOME: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "nice to have|preferred|preferably|a plus|is a bonus|a bonus|desirable|highly regarded|an advantage|advantageous|ideally|would be great|bonus points|beneficial|not required|optional|\
    von vorteil|vorteilhaft|wunschenswert|idealerweise|ein plus|gerne gesehen|gern gesehen|kein muss|\
    un plus|un atout|souhaite|souhaitee|apprecie|appreciee|idealement|seraient appreciees|\
    deseable|valorable|se valorara|se valora|es un plus|sera un plus|\
    gradita|gradito|graditi|gradite|titolo preferenziale|preferibilmente|preferibile|costituisce un plus|\
    een pre|een plus|bij voorkeur|mooi meegenomen|pluspunt|\
    desejavel|diferencial|sera valorizado|sera valorizada|\
    mile widziane|mile widziana|mile widziany|dodatkowym atutem|bedzie atutem|bedzie plusem|atutem",
    )
});

/// What stands under a heading; nothing where its words do not tell.
#[must_use]
pub fn of(heading: &str) -> Option<Section> {
    if heading.len() > 110 {
        return None;
    }
    let folded = fold(heading);
    let words = folded.split(' ').collect::<Vec<_>>();
    if folded.is_empty() || words.len() > 12 {
        return None;
    }
    // "Required documents" and "About the role" are what they are as a whole.
    if OTHER.is(&words) {
        return Some(Section::Other);
    }
    let (strict, preferred) = (STRICT.any(&words), PREFERRED.any(&words));
    if preferred && !strict {
        return Some(Section::Preferred);
    }
    // German joins words: "Einstellungsvoraussetzungen".
    let joined = words.iter().any(|word| {
        [
            "voraussetzungen",
            "anforderungen",
            "qualifikationen",
            "profil",
        ]
        .iter()
        .any(|end| word.len() > end.len() + 3 && word.ends_with(end))
    });
    if preferred || joined || REQUIRED_WHOLE.is(&words) || REQUIRED.any(&words) {
        return Some(Section::Required);
    }
    // Of a longer heading, what it begins with: "Benefits at Acme".
    OTHER.begins(&words).then_some(Section::Other)
}

/// Whether a requirement says itself that it is only welcome.
#[must_use]
pub fn is_welcome(text: &str) -> bool {
    let folded = fold(super::fold::clip(text, 600));
    WELCOME.any(&folded.split(' ').collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_eight_languages() {
        for (heading, section) in [
            ("Requirements:", Some(Section::Required)),
            ("What you'll need", Some(Section::Required)),
            ("Minimum Qualifications", Some(Section::Required)),
            ("Preferred qualifications", Some(Section::Preferred)),
            (
                "Required and preferred qualifications",
                Some(Section::Required),
            ),
            ("Nice to have", Some(Section::Preferred)),
            ("What we offer", Some(Section::Other)),
            ("Das bringst du mit", Some(Section::Required)),
            ("Deine Aufgaben", Some(Section::Other)),
            ("Profil recherché", Some(Section::Required)),
            ("Les plus", Some(Section::Preferred)),
            ("Requisitos deseables", Some(Section::Preferred)),
            ("Requisitos mínimos", Some(Section::Required)),
            ("Chi cerchiamo", Some(Section::Required)),
            ("Wat vragen wij?", Some(Section::Required)),
            ("Diferenciais", Some(Section::Preferred)),
            ("Nasze wymagania", Some(Section::Required)),
            ("Mile widziane", Some(Section::Preferred)),
            ("Einstellungsvoraussetzungen", Some(Section::Required)),
            ("You will need", Some(Section::Required)),
            ("A bakery in Ghent", None),
            ("", None),
        ] {
            assert_eq!(of(heading), section, "{heading}");
        }
    }

    #[test]
    fn items_that_are_only_welcome() {
        assert!(is_welcome("Kenntnisse in QGIS sind von Vorteil"));
        assert!(is_welcome("Experience with ovens is a plus"));
        assert!(!is_welcome("Two years at the oven"));
    }
}
