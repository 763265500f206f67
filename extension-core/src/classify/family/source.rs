//! How the person came to the job, and who referred them.

use crate::classify::FieldKind;
use crate::classify::rule::{ANY, On, Rule, TEXT, TEXT_OR_PICK};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        label: &[
            "source|sources",
            "how did you hear about us|job|role|position",
            "application|candidate|job|referral|recruitment|hiring source",
            "source of application|referral|hire",
            "source type|name|channel",
            "where did you find|hear",
            "referral source",
            "heard about us",
            "bewerbungsquelle|quelle|aufmerksam",
            "quelle der bewerbung",
            "wie aufmerksam geworden",
            "source de candidature|recrutement|l",
            "origine de la candidature",
            "comment nous avez vous connus|connu",
            "fuente",
            "fuente de reclutamiento",
            "fonte",
            "bron",
            "źródło",
            "źródło informacji",
        ],
        asks: &[
            "how .. you .. hear|heard|find|found|learn|learned|learnt|discover|discovered|know|come .. us|about|job|role|position|this|opening|opportunity|vacancy|company",
            "where .. you .. hear|heard|find|found|learn|learned|see|saw|discover|discovered .. us|about|job|role|position|this|opening|opportunity|vacancy|posting|ad",
            "how did you first hear|learn|find|discover",
            "^how did you get|come to_know",
            "how|where .. you .. come|came across",
            "onde|como .. ficou sabendo",
            "como .. teve|tiveste conhecimento",
            "how were|was you|i referred|introduced|directed",
            "come|came to your|my attention",
            "how did you hear",
            "how did you find .. us|out|this|job",
            "wie .. aufmerksam geworden",
            "wie wurden|wurdest .. aufmerksam",
            "wie .. von_uns|der_stelle|dieser_stelle|dem_job .. erfahren|gehört",
            "woher .. kenn*|erfahren|gehört|wissen",
            "wo|wie|durch_wen .. von .. stelle|job|vakanz .. gehört|erfahren",
            "wo .. von uns|stelle|stellenanzeige|anzeige .. gefunden|erfahren|gehört|gesehen|entdeckt",
            "wie .. uns|stelle|job .. entdeckt",
            "^where|how did you spot|spot_this|stumble",
            "wo .. anzeige|stellenanzeige|stellenangebot .. gesehen|gefunden|entdeckt|gelesen",
            "via welk kanaal",
            "via welke weg",
            "wodurch .. aufmerksam|erfahren",
            "worüber .. aufmerksam|erfahren|gefunden",
            "wie haben_sie|hast_du uns|zu .. gefunden|erfahren",
            "über welchen kanal|weg",
            "durch wen|was .. aufmerksam|erfahren",
            "comment .. connu|connaissance|entendu|découvert|découverte|découverts|trouvé|appris",
            "par quel moyen|biais|canal",
            "comment .. connus|connue|connues",
            "où .. entendu parler|trouvé|vu .. annonce|offre|nous",
            "wie bist|sind|seid du|sie|ihr .. auf uns|diese|die gekommen|gestoßen|aufmerksam",
            "cómo .. sabido|sabes|enterado",
            "cómo .. conoci*|conoció|conociste|enter*|supiste|supo|encontr*|oído|llegaste",
            "dónde .. encontr*|viste|vio|visto|conoci* .. oferta|nosotros|vacante|puesto|empresa",
            "come .. conosci*|conosciut*|venut*_a_conoscenza|trovat*|saputo|sentito_parlare",
            "dove .. trovat*|vist* .. annuncio|offerta|posizione",
            "hoe .. gevonden|gehoord|terecht|terechtgekomen|gekomen|kennis|bekend",
            "waar .. gevonden|gezien|gehoord .. vacature|ons",
            "waar .. vacature|ons .. gevonden|gezien|gehoord",
            "waar las|zag|vond|lees .. vacature|ons",
            "como .. conheceu|soube|sabendo|encontrou|ficou|descobriu",
            "onde .. encontrou|viu|soube .. vaga|nós|empresa",
            "skąd .. dowiedzia*|wie*|zna*",
            "gdzie .. znala*|dowiedzia*|zobaczy*",
            "jak .. dowiedzia*|trafi*|znala*",
            "où .. trouvé|vu|lu|découvert .. annonce|offre|poste",
            "dónde .. viste|vio|encontr*|leíste .. vacante|oferta|anuncio|empleo",
            "dove .. trovato|visto|letto .. annuncio|offerta|posizione",
            "onde .. encontrou|viu|soube .. vaga|oportunidade|anúncio",
            "comment .. découvert*|connu* .. nous|offre|poste|entreprise",
            "dónde|donde .. viste|vio|encontr*|leíste .. vacante|oferta|anuncio",
            "dónde viste|vio",
        ],
        names: &[
            "source|quelle|aufmerksam",
            "how did you hear",
            "hear about us|job|from",
            "how hear",
            "heard about|from",
            "application|candidate|referral|applicant source",
            "source type|name|id",
            "how heard",
            "hear about",
            "how did you find",
            "source prompt",
        ],
        never: &[
            "data|code|open|lead|describe|sourcing|sources_of|income|who|revenue|please_provide_name_of",
            "find a solution|conflict",
        ],
        ..Rule::new(FieldKind::HowHeard, ANY)
    },
    Rule {
        label: &[
            "referrer|referee name",
            "referred by",
            "referral",
            "referral name|person",
            "name of referrer|referral|referring",
            "name of referring employee|person",
            "employee|friend|friend_s referral name",
            "friend|friend_s|colleague|colleague_s name or|and referral_code|code",
            "employee referral",
            "referring employee|employee_name",
            "name of employee who referred you",
            "name of person who referred you",
            "referral employee name",
            "referrer s name",
            "recommended by",
            "who referred you",
            "empfohlen von|durch",
            "empfehlung durch|von",
            "name der|des empfehlenden person|mitarbeiters|mitarbeiterin|kollegen|kollegin",
            "geworben von|durch",
            "name des empfehlenden|mitarbeiters|empfehlers",
            "recommandé|coopté|parrainé|parrainée|recommandée|cooptée par",
            "cooptation|coopteur",
            "nom du coopteur|parrain",
            "référé par",
            "recomendado|referido por",
            "persona que te recomendó|refirió",
            "segnalato|raccomandato da",
            "doorverwezen|aangedragen|aanbevolen door",
            "indicado|recomendado por",
            "indicação",
            "polecony|polecona|polecenie przez|od",
            "osoba polecająca",
        ],
        asks: &[
            "who referred|recommended you",
            "^who told|sent|pointed|directed|steered|tipped|introduced you .. us|job|role|way|here|position|vacancy",
            "jemand .. empfohlen|geworben .. wer|name|von_wem",
            "quelqu un .. recommandé|coopté|parrainé .. qui|nom",
            "alguien .. recomend*|refiri* .. quién|nombre",
            "qualcuno .. segnalat*|consigliat* .. chi|nome",
            "iemand .. aanbevolen|aangedragen|getipt .. wie|naam",
            "alguém .. indicou|recomendou .. quem|nome",
            "recommend|recommended|refer|referred you .. who",
            "^if .. employee|friend|colleague .. name|names|who",
            "^si cooptation|coopté|recommandé|recommandation .. qui|nom",
            "if .. referred|referral|recommended .. who|name|please|by",
            "referred by .. who|name|please|if|enter|list|provide",
            "name of .. employee|person|colleague .. referred|recommended",
            "name .. who|that referred|recommended you",
            "were you referred .. if so|if yes .. who|name",
            "von wem .. empfohlen|geworben",
            "wer hat .. empfohlen|geworben",
            "wer hat .. von uns erzählt",
            "qui vous|t a recommandé|coopté|référé",
            "quién .. recomend*|refirió",
            "chi .. segnalato|raccomandato|consigliato",
            "door wie|wie heeft .. doorverwezen|aangedragen|aanbevolen|getipt",
            "door wie .. doorverwezen|aangedragen|aanbevolen|getipt",
            "quem .. indicou|recomendou",
            "indicado|indicada|recomendado .. por .. nome",
            "kto .. polecił",
            "nome del|della|di .. segnalat*|consigliat*|raccomandat*",
            "nome do|da|de .. indicou|recomendou|indicad*",
            "nombre de|del .. recomend*|refiri*",
            "nom de|du .. recommand*|coopt*|parrain*",
            "naam van .. aangedragen|doorverwezen|aanbevolen|getipt",
            "name des|der .. empfohlen|geworben|empfiehlt",
            "osoby|pracownika polecając*",
            "imię i nazwisko .. polecając*|poleca*",
        ],
        names: &[
            "referrer|referredby|referral",
            "referred by",
            "referral name|employee|by",
            "referrer name",
            "employee referral",
            "referring employee",
            "referral employee name",
        ],
        never: &[
            "related|relative|relatives|family|spouse",
            "source|code|program|bonus|how_did_you_hear|email|phone|policy|type|relationship|link",
        ],
        ..Rule::new(FieldKind::Referrer, TEXT.or(On::LONG))
    },
    Rule {
        label: &[
            "referral|referrer|promo|promotion|invitation|job|tracking code|id|link",
            "referral|referrer email|phone",
            "referral type|relationship",
            "source details|detail|other|description",
            "specific source",
            "other source",
            "please specify source",
        ],
        names: &[
            "referral|referrer code|email|phone",
            "promo code",
            "source detail|details|other",
        ],
        ..Rule::new(FieldKind::Other, TEXT_OR_PICK)
    },
];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{label, not};

    #[test]
    fn sources_in_many_languages() {
        label("How did you hear about us?", K::HowHeard);
        label(
            "Where did you first learn about this opportunity? (select all that apply)",
            K::HowHeard,
        );
        label("Wie sind Sie auf uns aufmerksam geworden?", K::HowHeard);
        label("Comment nous as-tu découverts ?", K::HowHeard);
        label("¿Cómo nos has conocido?", K::HowHeard);
        label("Come sei venuto a conoscenza di noi?", K::HowHeard);
        label("Hoe heb je ons gevonden?", K::HowHeard);
        label("Como você conheceu a vaga?", K::HowHeard);
        label("Skąd dowiedziałeś się o ofercie?", K::HowHeard);
    }

    #[test]
    fn referrers() {
        label("Referred by", K::Referrer);
        label(
            "If you were referred by a current employee, who referred you?",
            K::Referrer,
        );
        label("Empfohlen von", K::Referrer);
        not("Referral code", K::Referrer);
        not("How do you know when your code is good?", K::HowHeard);
    }
}
