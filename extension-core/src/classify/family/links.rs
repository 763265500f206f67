//! Pages of the person: profiles, code, work samples.

use crate::classify::FieldKind;
use crate::classify::rule::{On, Rule, TEXT};

/// A link may stand on one line or on several.
const LINK: On = TEXT.or(On::LONG);

/// "Did you find us on LinkedIn?" is no request for a link.
const NO_LINK: &[&str] = &[
    "find|found|hear|heard|recruiter|follow|following|via|through|connections|learning|page_of_our|ads|campaign*",
];

pub(crate) const RULES: &[Rule] = &[
    Rule {
        label: &[
            "linkedin",
            "linkedin profile|url|link|page|account|address|profil|perfil|profilo|profiel",
            "linkedin profile|profil url|link|page",
            "linked in",
            "linked in profile|url|link",
            "link|url linkedin",
            "profil|perfil|profilo|profiel|konto linkedin",
            "profil|perfil|profilo de|do linkedin",
            "link|url to linkedin profile",
            "linkedin public profile",
            "linkedin profile url if available",
            "lien|enlace vers|a|para|de linkedin",
            "linkedin xing",
            "cuenta|compte|account|conto|konto|konta|conta|perfil|profil|profilu|profilo|profiel|usuario|utilisateur|benutzername linkedin",
            "cuenta|compte|account|conto|conta|perfil|profil|profilo|profiel de|do|di|van|en linkedin",
            "linkedin account|konto|profil|profiel|profilo|perfil",
        ],
        asks: &[
            "linkedin profile|url|link",
            "linkedin .. profile|url",
            "link|url .. linkedin",
            "profil linkedin",
            "perfil de|do linkedin",
            "linkedin profil",
            "linkedin com",
            "link|lien|enlace|url|odnośnik|adres .. linkedin",
            "share|add|paste|provide|include .. linkedin profile|link|url|account",
        ],
        names: &[
            "linkedin",
            "linkedin url|profile|link|account|profile_url",
            "linkedinprofile|linkedinurl",
            "url|urls linkedin",
            "social linkedin",
        ],
        never: NO_LINK,
        ..Rule::new(FieldKind::Linkedin, LINK)
    },
    Rule {
        label: &[
            "github",
            "github profile|url|link|page|account|username|user",
            "github profile url|link",
            "github gitlab|bitbucket",
            "github or|and gitlab",
            "link|url to github",
            "profil|perfil github",
            "github gitlab profile|url|link",
            "cuenta|compte|account|conto|konto|konta|conta|perfil|profil|profilu|profilo|profiel|usuario|utilisateur|benutzername github",
            "cuenta|compte|account|conto|conta|perfil|profil|profilo|profiel de|do|di|van|en|no|na|su|sur|op|auf|bei github",
            "github account|konto|profil|profiel|profilo|perfil",
            "github username|user or|oder|and url|link",
            "github username url",
        ],
        asks: &[
            "github profile|url|link|account",
            "link|url .. github",
            "github com",
            "^anything|something on github$",
            "link|lien|enlace|url|odnośnik|adres .. github",
            "share|add|paste|provide|include .. github profile|link|url|account",
        ],
        names: &[
            "github",
            "github url|profile|link|username",
            "url|urls github",
            "social github",
        ],
        never: NO_LINK,
        ..Rule::new(FieldKind::Github, LINK)
    },
    Rule {
        label: &[
            "portfolio",
            "portfolio url|link|website|site|page|web",
            "portfolio website url|link",
            "online|personal|design portfolio",
            "portfolio website|or|and|work|samples|sample",
            "link|url to portfolio",
            "show us your work|portfolio",
            "your|my work|portfolio link|url|online",
            "work samples|sample",
            "portfolio work samples",
            "link to work samples",
            "behance|dribbble",
            "behance or|and|dribbble",
            "portfolio password url",
            "website or portfolio",
            "website portfolio",
            "site_web|web_site|site portfolio",
            "arbeitsproben",
            "link zum portfolio|portfolio",
            "portafolio|portafolios",
            "portefeuille|book",
            "portfólio",
            "lien portfolio",
            "lien vers portfolio",
            "book en_ligne|online",
            "portfólio|portafolio online|digital",
        ],
        asks: &[
            "link|url .. portfolio",
            "portfolio url|link",
            "portfolio .. deel|share|paste|partag*|compart*|condivid* .. link|url|lien|enlace",
            "where can|could|may we see|view|find your work|portfolio",
            "examples of your work .. link|url",
            "lien|enlace|link|url|odnośnik .. portfolio|portafolio|portfólio",
        ],
        names: &[
            "portfolio",
            "portfolio url|link|website",
            "url|urls portfolio",
            "behance|dribbble",
            "work samples",
            "website portfolio",
            "site_web|web_site|site portfolio",
        ],
        never: &[
            "password|passwort|find|found|hear|heard|investment|manage|managed|management|company",
            "portfolio of|with",
        ],
        ..Rule::new(FieldKind::Portfolio, LINK)
    },
    Rule {
        label: &[
            "website|webpage|homepage|blog|weblog",
            "personal|your|own|other|additional|private website|site|webpage|page|url|homepage",
            "web site|page|address",
            "website url|link|address|blog",
            "website or blog|social_media",
            "other|your|my|personal web|online presence",
            "website blog or|and portfolio",
            "website portfolio blog",
            "website blog portfolio",
            "blog or|url|website",
            "personal website|site url|link|blog|or",
            "webseite|internetseite|website|internetadresse",
            "eigene|persönliche webseite|website|homepage",
            "site web|internet|personnel",
            "site web personnel",
            "sitio|página web",
            "sitio|página web personal",
            "sito|pagina web|internet",
            "sito web personale",
            "persoonlijke website",
            "site pessoal",
            "página pessoal",
            "strona internetowa|www",
            "other url|website",
            "^site$",
            "^link 1$",
            "url",
            "página|pagina web personal|personale|pessoal",
            "site|sito|sitio personnel|personale|personal|pessoal",
            "site internet|web personnel",
            "site ou blog",
            "site|sitio|sito blog",
            "strona www|internetowa",
            "własna|prywatna strona",
        ],
        asks: &["link|url .. personal website|site|blog"],
        names: &[
            "website|homepage|webseite|blog|siteweb",
            "website url|link|address",
            "personal|other website|site|url",
            "web site|page",
            "url|urls website|other|personal",
            "url|urls other url or website",
            "other website|url",
            "site web",
            "^url$",
            "social website",
        ],
        never: &[
            "company|employer|job|our|career|careers|which_website|find|found|hear|heard|firma|unternehmen*|arbeitgeber*|entreprise|empresa|azienda|built|build",
            "linkedin|github|twitter|facebook|instagram|video|avatar|image|resume",
        ],
        ..Rule::new(FieldKind::Website, LINK)
    },
    Rule {
        label: &[
            "twitter",
            "twitter url|handle|profile|link|account|username|x",
            "x twitter",
            "x formerly|fka|previously|ex twitter",
            "twitter x|or",
            "x url|profile|handle",
        ],
        asks: &["twitter handle|profile|url|link"],
        names: &[
            "twitter",
            "twitter url|handle|profile|link",
            "url|urls twitter",
            "social twitter",
        ],
        never: NO_LINK,
        ..Rule::new(FieldKind::Twitter, LINK)
    },
    Rule {
        label: &[
            "facebook|instagram|xing|youtube|tiktok|medium|gitlab|kaggle|stackoverflow|orcid",
            "facebook|instagram|xing|youtube|tiktok|medium|gitlab|kaggle profile|url|link|account|profil|username",
            "stack overflow|exchange",
            "google scholar",
            "other|additional|further links|link|profiles|urls|social",
            "weitere links",
            "company|employer|firmen website|webseite|url",
            "social media|network|networks",
            "portfolio password",
            "password for portfolio",
        ],
        names: &[
            "facebook|instagram|xing|youtube|stackoverflow|kaggle|gitlab|tiktok",
            "facebook|instagram|xing url|profile",
            "company website|url",
        ],
        ..Rule::new(FieldKind::Other, LINK)
    },
];

#[cfg(test)]
mod tests {
    use crate::classify::FieldKind as K;
    use crate::classify::testing::{label, name, not};

    #[test]
    fn links_are_told_apart() {
        label("LinkedIn Profile URL", K::Linkedin);
        label(
            "Please provide a link to your LinkedIn profile:",
            K::Linkedin,
        );
        label("Profil LinkedIn", K::Linkedin);
        label("GitHub URL", K::Github);
        label("Portfolio / Website", K::Portfolio);
        label("Other website", K::Website);
        label("Webseite", K::Website);
        label("Twitter URL", K::Twitter);
        label("XING-Profil", K::Other);
        name("urls[GitHub]", K::Github);
    }

    #[test]
    fn a_mention_is_no_request() {
        not("Did you find this role on LinkedIn?", K::Linkedin);
        not("What is your GitLab username?", K::Github);
        not("Company website", K::Website);
        not(
            "Describe a website you built and the stack behind it",
            K::Website,
        );
    }
}
