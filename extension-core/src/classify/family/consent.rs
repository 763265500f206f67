//! Consent and attestations: terms, privacy, marketing, talent pools, signatures. Left to the person, always.
//!
//! What must not happen here: a consent taken for anything else. Anything else taken for a consent is only left open.

use crate::classify::question::Question;
use crate::classify::rule::On;
use crate::classify::text::tables;

tables! {
    /// Decide in any text of a tick box.
    GIVES = [
        "agree|agrees|agreed|agreement|accept|accepted|consent|consents|consenting|acknowledge|acknowledgement|acknowledgment|certify|attest|declare|authorize|authorise|permission|confirm|understand|hereby|permit", "privacy|gdpr|ccpa|dsgvo|rgpd|terms|policy|policies|statement|disclaimer|notice|data_protection", "contact me|us", "keep my|in touch|me", "opt in|out", "future opportunities|positions|openings|roles|vacancies|jobs|job", "other jobs|positions|opportunities|roles|vacancies", "talent pool|community|network|bank", "newsletter|marketing|subscribe|updates|notifications|alerts", "text messages|sms", "store|retain|process|processing|share|shared .. data|information|cv|resume|application|details", "visible to recruiters|employers", "grant", "be considered for|contacted", "job alert|alerts|recommendations", "read and", "i have read",
        "einverstanden|einwillig*|zustimm*|stimme|akzeptier*|bestätig*|erklär*|datenschutz*|nutzungsbedingungen|agb|kenntnis|gelesen|talentpool|bewerberpool|einverständnis*|erlaub*|speicher*|verarbeit*|kontaktier*|informiert|bewerberdaten*|versicher*",
        "accept*|consens*|consent*|j_autorise|reconnais|certifi*|confidentialité|conditions|politique|données|rgpd|vivier|conserv*|recontact*|newsletter|atteste|déclare|cgu|lu_et",
        "acepto|autorizo|consiento|consentimiento|privacidad|condiciones|protección_de_datos|política|he_leído|tratamiento|declaro|conservar", "accetto|autorizzo|acconsento|consenso|privacy|trattamento|condizioni|informativa|dichiaro|presto|letto", "akkoord|toestemming|privacyverklaring|voorwaarden|gelezen|bewaren|privacybeleid|accepteer|verklaar", "aceito|autorizo|concordo|consentimento|privacidade|política|termos|lgpd|li_e|declaro|tratamento", "zgod*|wyrażam|akceptuj*|oświadczam|przetwarzan*|rodo|regulamin|prywatności|zapozna*", "samtycke|samtykke|suostu*",
        "schick*|send*|erhalt* .. jobs|stellen|stellenangebote|jobangebote", "recibir|recibe .. ofertas|alertas|comunicaciones|novedades", "recevoir|reçois .. offres|alertes|actualités|informations", "ricevere .. offerte|avvisi|comunicazioni|aggiornamenti", "ontvang* .. vacatures|vacaturemails|updates", "receber .. vagas|alertas|novidades|ofertas", "otrzymywa* .. oferty|oferta|ofert|informacje",
    ];
    /// Names of consents, for lists and short labels.
    NAMES = [
        "privacy policy|notice|statement|agreement|consent", "terms and conditions|of use|of service", "terms conditions", "gdpr|dsgvo|rgpd", "data protection|privacy|processing|consent|retention", "consent", "acknowledgement|acknowledgment|attestation|certification statement|disclaimer", "legal agreements|agreement", "datenschutz|datenschutzerklärung|datenschutzhinweise|datenschutzbestimmungen|einwilligung|einwilligungserklärung|bewerberpool|talentpool", "politique de confidentialité", "protection des données", "consentement", "política de privacidad|privacidade", "protección de datos", "informativa privacy|sulla", "privacyverklaring|privacybeleid", "polityka prywatności", "future consideration|opportunities|contact|jobs", "marketing|newsletter", "talent pool|community|network", "applicant statement", "sms consent", "text message|messages consent|opt", "opt in",
    ];
    /// Whole-sentence consents on lists and yes/no buttons.
    ASKS = [
        "do_you|i agree|accept|consent|acknowledge|certify|authorize|authorise|understand", "by checking|clicking|selecting|ticking|submitting|applying|signing|continuing .. i|you|we", "i|we hereby", "i certify|attest|declare|confirm|acknowledge|agree|consent|accept|understand|authorize", "consent to", "agree to .. terms|privacy|policy|processing|receive", "read .. privacy|terms|policy|notice|statement", "contact you|me .. future|opportunities|positions|roles|other", "keep|retain|store your|my .. data|details|information|cv|resume|application|file", "considered for .. future|other", "receive .. text|sms|messages|updates|emails|newsletter|marketing", "opt in", "talent pool|community|network",
        "einverstanden", "einwillig*", "stimme .. zu", "stimmen sie .. zu", "datenschutz*", "talentpool|bewerberpool", "j accepte|autorise|consens", "acceptez vous", "politique de confidentialité|protection", "acepto|acepta|aceptas|autorizo", "accetto|autorizzo|acconsento", "ga .. akkoord", "geef .. toestemming", "aceito|concordo|autorizo", "wyrażam zgodę|zgod*", "zgadzam",
    ];
    /// Fields of a signature.
    SIGNATURE = ["signature|signed|unterschrift|firma digital|handtekening|assinatura|podpis", "electronic|digital|e signature", "sign here|below", "type .. name .. signature|sign"];
}

/// How surely a field asks for consent, by its texts; 0 where it does not. `texts` are all of its questions and, for
/// a tick box, what stands beside the box.
pub(crate) fn read(texts: &[Question], on: On) -> f32 {
    if on.meets(On::TICK) {
        return if texts.iter().any(|text| GIVES.any(&text.all)) {
            0.93
        } else {
            0.0
        };
    }
    if !on.meets(On::PICK.or(On::COMBO).or(On::LINE)) {
        return 0.0;
    }
    let asked = texts.first();
    let asks = asked.is_some_and(|text| ASKS.any(&text.all) && text.sentence);
    let names = asked.is_some_and(|text| !text.sentence && NAMES.any(&text.core));
    let signs = asked.is_some_and(|text| SIGNATURE.any(&text.all));
    if on.meets(On::LINE) {
        return if signs { 0.9 } else { 0.0 };
    }
    if asks || names || signs { 0.9 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{choice, tick};

    #[test]
    fn ticks_that_give_consent() {
        tick("I agree to the terms and conditions", Some(K::Consent));
        tick(
            "Ja, ich habe die Datenschutzerklärung gelesen",
            Some(K::Consent),
        );
        tick(
            "J'accepte la politique de confidentialité",
            Some(K::Consent),
        );
        tick(
            "Wyrażam zgodę na przetwarzanie moich danych osobowych",
            Some(K::Consent),
        );
        tick("Keep me posted about future jobs", Some(K::Consent));
        tick("I currently work here", Some(K::WorkCurrent));
    }

    #[test]
    fn lists_that_ask_for_consent() {
        choice("Privacy policy", &["I accept"], K::Consent);
        choice(
            "Do you agree to receive text messages about this job?",
            &["Yes", "No"],
            K::Consent,
        );
    }
}
