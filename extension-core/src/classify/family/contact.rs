//! E-mail and telephone.

use crate::classify::FieldKind;
use crate::classify::rule::{On, Rule, TEXT, TEXT_OR_PICK};
use crate::classify::text::tables;

pub(crate) const RULES: &[Rule] = &[
    Rule {
        label: &[
            "email",
            "^mail$",
            "confirme|confirmar|confirma|repita|repetir|repita_o|confirme_o|confirma_el|confirma_tu email|correo",
            "email|mail address|adresse|adres|addresse|id",
            "email address|adresse|adres",
            "primary|personal|private|preferred|contact email",
            "email adresse|address confirmation|confirm*",
            "confirm|verify|retype|repeat|re .. email",
            "confirm|retype|repeat|verify .. email address",
            "adresse email|mail|électronique",
            "adresse de courriel|messagerie",
            "courriel|mél",
            "correo|email electrónico",
            "correo|email",
            "dirección de correo|email",
            "indirizzo email|mail|elettronico",
            "indirizzo di posta elettronica",
            "posta elettronica",
            "emailadres|mailadres",
            "endereço de email",
            "endereço eletrônico|eletrónico",
            "adres email|mailowy",
            "e postadress|epost|e post",
            "sähköposti",
            "*mailadresse|*emailadresse",
            "email wiederholen|bestätigen",
            "email adresse wiederholen|bestätigen",
            "correio eletrónico|eletrônico",
            "adres poczty elektronicznej",
            "poczta elektroniczna",
            "melhor|principal|tu|mejor email|correo",
        ],
        asks: &[
            "email address .. reach|contact you",
            "^email|mail so_that|so_we|where_we|to_write|we_can|you_can_be|you_use",
            "^email|mail .. reach|contact|write",
            "^correo|mail .. contact*|escrib*",
            "best email .. reach|contact",
            "unter welcher email adresse",
            "reach|contact you .. email",
            "email .. erreich*",
            "what|which email .. use|reach|contact|write",
            "^where|how can|should|may we email you",
            "à|sur quelle|quel adresse .. joindre|contacter|écrire",
        ],
        names: &[
            "email|mail|emailaddress|emailadresse|courriel|correo",
            "email",
            "email address",
            "email confirm*|conf|confirmation|verify|repeat",
            "confirm email",
            "primary email",
            "mail address",
        ],
        never: &[
            "subject|newsletter|notification|notifications|alert|alerts|updates|marketing|client|template|receive|opt|job_alert*",
            "referent|recado|recados|referee|reference|references|emergency|manager|supervisor|employer|company|friend|colleague|recruiter|referr*|parent|guardian|spouse|kin|school|university",
            "notfall*|arbeitgeber*|vorgesetzte*|urgence|employeur|referent*|ansprechpartner*",
            "mailing address|adresse",
            "postal|street|home address",
        ],
        ..Rule::new(FieldKind::Email, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "phone|telephone|mobile|cell|cellphone|cellular|tel",
            "phone|telephone|mobile|cell|cellular|contact|tel number|no|nr|nummer",
            "mobile|cell|home|primary|main|daytime|preferred|contact phone|telephone|number",
            "mobile|cell|home|primary phone|telephone number",
            "phone mobile|cell|home|primary",
            "tel no|nr",
            "telefon|telefonnummer|mobilnummer|handynummer|handy|mobiltelefon|rufnummer|mobil|telefonnr|*telefonnummer",
            "telefon|handy|mobil nr|nummer|mobil|privat",
            "numéro de|du téléphone|portable|mobile",
            "n|no|nr de_téléphone|téléphone|tel|de_portable",
            "téléphone|portable|gsm|tél",
            "téléphone portable|mobile|fixe",
            "número de|del teléfono|móvil|celular|telefone|telemóvel|contacto",
            "teléfono|móvil|celular|telefone|telemóvel",
            "teléfono móvil|celular|de_contacto",
            "numero di telefono|cellulare",
            "telefono|cellulare",
            "recapito telefonico",
            "telefoonnummer|telefoon|mobiel|gsm_nummer|mobiele_nummer",
            "mobiele telefoon|telefoonnummer|nummer",
            "natel|natelnummer",
            "mobilfunknummer|mobilfunk|festnetznummer",
            "numer telefonu",
            "telefon komórkowy|kontaktowy",
            "telefonnummer|mobiltelefon|puhelin*",
            "phone number with country code",
            "whatsapp number",
            "telefone celular|de_contato",
            "06 nummer",
            "telefone|celular|whatsapp com ddd",
            "teléfono|celular|móvil con lada|clave_lada|prefijo",
        ],
        asks: &[
            "phone|telephone|mobile number .. reach|contact you",
            "best .. phone|number .. reach|contact",
            "what|which number .. reach|contact|call|get_hold",
            "number .. reach|call you",
            "reach|call|contact you .. by|on|via phone|telephone",
            "^and|or by|on|via phone|telephone",
            "unter welcher nummer|telefonnummer|rufnummer|handynummer",
            "numéro .. joindre|contacter|appeler",
            "à|a quel numéro .. joindre|contacter|appeler",
            "en qué|cuál número|teléfono .. contact*|llam*|localiz*",
            "op welk nummer|telefoonnummer .. bereik*|bel*",
            "a che|quale numero .. contatt*|chiam*|raggiung*",
            "em que|qual número .. contact*|contat*|ligar",
            "pod jakim|którym numerem .. skontakt*|kontakt*|zadzwoni*|dzwoni*",
        ],
        names: &[
            "phone|telephone|mobile|cell|tel|telefon|telefono|telefone|telefoon|handy|mobil|telephonenumber|phonenumber",
            "phone|mobile|cell|telephone number|no|num|main",
            "phone mobile|home|cell|primary",
            "mobile|cell|home|primary|day phone",
            "tel number",
            "number phone|mobile",
        ],
        never: &[
            "type|extension|ext|device|code|country|fax|screen|interview|work|office|business|model|alternate|alternative|secondary|second|other|art|provider|carrier",
            "referent|recado|recados|referee|reference|references|emergency|manager|supervisor|employer|company|friend|colleague|recruiter|referr*|parent|guardian|spouse|kin",
            "evening|if_different",
            "notfall*|arbeitgeber*|vorwahl|ländervorwahl|ländercode|indicatif|prefijo|prefisso|landcode|landnummer|urgence|employeur|dienstlich|geschäftlich|kierunkowy",
            "text messages",
            "telefoninterview|mobility|mobilität|mobilité",
        ],
        ..Rule::new(FieldKind::Phone, TEXT.or(On::PICK))
    },
    Rule {
        label: &[
            "phone|telephone|dial|dialing|dialling|calling code",
            "country phone|calling|dial|dialing|dialling code|prefix",
            "phone|telephone|mobile|tel country code",
            "country code",
            "country code phone|number|prefix",
            "country region code",
            "selected country",
            "no country selected",
            "phone|telephone country",
            "phone country|prefix",
            "international|national code|prefix",
            "isd code",
            "ländervorwahl|landesvorwahl|ländercode|landeskennzahl|ländervorwahlen|vorwahl|länderkennung|landesvorwahlnummer",
            "indicatif",
            "indicatif pays|du_pays|téléphonique|international",
            "code pays",
            "prefijo",
            "prefijo telefónico|país|internacional",
            "código de_país|del_país|do_país",
            "prefisso",
            "prefisso internazionale|telefonico|paese",
            "landcode|landnummer|landennummer|landennummers",
            "numer|kod kierunkowy",
            "kierunkowy",
            "kod kraju",
            "código do país",
            "ddi",
            "telephone country code",
            "country calling code",
            "indicativo",
            "indicativo do|de país",
            "prefijo de|del país",
            "prefiks",
            "prefiks kraju|telefoniczny",
            "kierunkowy kraju",
            "código de país",
            "prefixo",
        ],
        asks: &["^select|choose .. country|dial|dialing calling|code"],
        names: &[
            "phone|telephone|tel|mobile|dial|calling country code|code",
            "country phone code",
            "phone country",
            "phone|dial code",
            "country code",
            "dial|calling code",
            "phone prefix",
            "tel prefix",
            "phone number code",
            "phone country code|region",
            "country select phone",
            "iti country",
        ],
        never: &[
            "zip|postal|post|postcode|promo|referral|job|discount|employer|company|school|citizenship|birth|nationality|area",
            "include|including|with|incluye|incluir|inklusive|avec|met|con",
        ],
        ..Rule::new(FieldKind::PhoneCountry, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "phone|telephone|mobile type",
            "phone device type",
            "device type",
            "phone extension",
            "area code",
            "phone|telephone area code",
            "código|codice de|di área|area",
            "extension|ext",
            "fax|telefax|faxnummer",
            "fax number",
            "telefonart|art der telefonnummer",
            "type de téléphone",
            "skype|skype id|whatsapp|telegram|wechat",
            "secondary|alternate|alternative|other|additional|second|work|office|business email|phone|telephone|number",
            "work|office|business|alternate phone|telephone number",
            "telefon geschäftlich|dienstlich",
            "best time to call|contact",
            "preferred contact method|time",
            "preferred method of contact|communication",
            "contact method|preference|preferences",
        ],
        names: &[
            "phone type|device|extension|ext",
            "device type",
            "fax",
            "skype",
            "fax number",
            "alternate|secondary|alternative|work phone|email",
        ],
        ..Rule::new(FieldKind::Other, TEXT_OR_PICK)
    },
    Rule {
        label: &[
            "next_of_kin|evening|weekend name|phone|telephone|number|phone_number|telephone_number",
            "referee|reference|emergency|manager|supervisor .. name|phone|email|number|contact|title",
            "emergency contact",
            "notfallkontakt",
            "contact d urgence",
            "name of .. manager|supervisor|referee",
            "contacto de emergencia",
            "contatto di emergenza",
            "noodcontact",
        ],
        names: &[
            "emergency contact|name|phone|email",
            "reference name|phone|email|company",
            "supervisor name|phone|email",
            "manager name|phone|email",
        ],
        never: &["project manager title"],
        ..Rule::new(FieldKind::Other, TEXT_OR_PICK.or(On::LONG))
    },
];

tables! {
    SOMEBODY_ELSES = [
        "references|referees|referenzen|références|referencias|referenze|referenties|referências|referencje",
        "^reference|referee", "emergency", "notfallkontakt*", "contact d urgence", "contacto de emergencia",
        "contatto di emergenza", "noodcontact", "next of kin", "manager|supervisor details|information|contact",
        "employee referral", "refer a friend", "mitarbeiterempfehlung",
    ];
}

/// Whether a section is about somebody else (references, an emergency contact).
pub(crate) fn is_somebody_elses(words: &[String]) -> bool {
    SOMEBODY_ELSES.any(words)
}

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{label, name, none};

    #[test]
    fn mail_and_phone_in_many_languages() {
        label("Email", K::Email);
        label("E-Mail-Adresse bestätigen", K::Email);
        label("Retype Email Address:", K::Email);
        label("Correo electrónico", K::Email);
        label("E-mailadres", K::Email);
        label("Adres e-mail", K::Email);
        label("Phone number", K::Phone);
        label("Handynummer", K::Phone);
        label("Numéro de téléphone", K::Phone);
        label("Teléfono móvil", K::Phone);
        label("Numer telefonu", K::Phone);
        label("Country code", K::PhoneCountry);
        label("Ländervorwahl", K::PhoneCountry);
        label("Indicatif", K::PhoneCountry);
        name("applicant.emailAddress", K::Email);
        name("mobilePhone", K::Phone);
    }

    #[test]
    fn what_only_mentions_them_is_something_else() {
        label("Phone Device Type", K::Other);
        label("Emergency contact phone", K::Other);
        label(
            "Have you ever built an email marketing campaign?",
            K::CustomQuestion,
        );
        none("Telefoninterview");
    }
}
