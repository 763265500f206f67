//! The cover letter written into the form.
//!
//! What must not happen here: a motivation question ("Why us?") taken for the letter; it is a question of its own.

use crate::classify::FieldKind;
use crate::classify::question::Question;
use crate::classify::rule::{On, Rule};
use crate::classify::text::tables;

tables! {
    INVITED = ["^add|paste|write|type|include|share .. cover_letter|covering_letter|motivation_letter", "anschreiben|motivationsschreiben .. einfügen|hinzufügen|schreiben", "^ajoute*|colle*|écri*|saisi* .. lettre_de_motivation", "^añad*|pega|pegue|escrib* .. carta_de_presentación|carta_de_motivación", "^aggiung*|incoll*|scriv* .. lettera_di_presentazione|lettera_motivazionale", "^voeg|plak|schrijf .. motivatiebrief|motivatie", "^adicione|cole|escreva .. carta_de_apresentação|carta_de_motivação"];
}

/// Whether a text inside a box invites the letter, where the box is called "additional information" or the like.
pub(crate) fn is_invited(question: &Question) -> bool {
    INVITED.any(&question.all)
}

pub(crate) const RULES: &[Rule] = &[Rule {
    label: &[
        "cover|covering|motivation|motivational|application letter|note",
        "coverletter",
        "letter of motivation|interest|intent|application",
        "cover letter text|body|message|or",
        "message to|for hiring manager|team",
        "message to hiring_manager|hiring_team|recruiter|employer|recruitment_team|the_team",
        "letter to hiring_manager|employer|the_team",
        "personal|supporting statement",
        "statement of suitability|motivation|interest",
        "your message to us",
        "introduction letter",
        "cover letter additional information",
        "anschreiben|motivationsschreiben|bewerbungsschreiben|begleitschreiben|motivationsbrief|bewerbungsanschreiben",
        "anschreiben nachricht|text|motivation",
        "nachricht an das|den|die team|personaler|recruiter|recruiting|personalabteilung",
        "nachricht an recruiter|personalabteilung|unternehmen",
        "persönliche nachricht|anschreiben",
        "nachricht an uns",
        "mensaje|messaggio|mensagem para|a|per nosotros|noi|nós",
        "messaggio per|al il responsabile|team|selezionatore",
        "messaggio per il responsabile delle assunzioni",
        "mensaje para el responsable de contratación",
        "message au|à responsable|l_équipe du|de recrutement",
        "nachricht an den personalverantwortlichen|recruiter",
        "bericht aan de recruiter|hiring_manager|werkgever",
        "wiadomość do rekrutera|pracodawcy",
        "mensagem para|ao o recrutador|gestor",
        "lettre de|d motivation|accompagnement|candidature",
        "lettre de motivation texte|ou",
        "message au|à|pour recruteur|recruteurs|l_employeur|équipe",
        "message d accompagnement|de_motivation",
        "texte de motivation",
        "message|texte|texto|mensagem|mensaje|testo de motivation|motivação|motivación|motivazione",
        "carta de|da presentación|motivación|apresentação|motivação",
        "mensaje para|al reclutador|equipo|equipo_de_selección",
        "lettera di presentazione|motivazionale|accompagnamento|motivazione",
        "lettera motivazionale",
        "motivatiebrief|sollicitatiebrief|motivatie",
        "motivation|motivations|motivación|motivazione|motivazioni|motivação",
        "vos|votre|ta|tes motivation|motivations",
        "begeleidende brief",
        "list motywacyjny",
        "personligt|personlig brev",
        "följebrev|søknadsbrev|hakemuskirje",
    ],
    asks: &[
        "^add|include|share .. cover_letter|covering_letter",
        "cover letter .. paste|type|write|enter|here",
        "paste|type|write|enter|add .. cover letter",
        "message to .. hiring manager|team",
        "write .. cover letter|note",
        "^let .. company|us|team know .. your interest",
    ],
    names: &[
        "cover letter|note",
        "coverletter|anschreiben|motivationsschreiben|motivation",
        "cover letter text|body|content",
        "application letter",
        "lettre motivation",
        "carta presentacion",
        "motivation letter|text",
        "message to hiring manager|recruiter",
    ],
    never: &["upload|attach|why|do_you_have|optional_file|file_name|describe|how"],
    ..Rule::new(FieldKind::CoverLetterText, On::LONG)
}];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::long;

    #[test]
    fn letters_are_not_questions() {
        long("Cover letter", Some(K::CoverLetterText));
        long("Anschreiben", Some(K::CoverLetterText));
        long("Lettre de motivation", Some(K::CoverLetterText));
        long("Message to the hiring manager", Some(K::CoverLetterText));
        long("Why do you want to work for us?", Some(K::CustomQuestion));
        long("Additional information", None);
    }
}
