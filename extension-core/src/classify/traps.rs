//! Fields that must never be written: captchas, passwords, search boxes, cookie switches, newsletters, bait for robots.
//!
//! What must not happen here: a real question lost to a trap. Each trap wants evidence of its own.

use crate::classify::form::Surroundings;
use crate::classify::question::Question;
use crate::classify::rule::On;
use crate::classify::text::{tables, words};
use crate::classify::tokens::{Name, split};
use crate::classify::{FieldKind, Trap};
use crate::page::{Control, LabelSource, RawField};

tables! {
    CAPTCHA = ["*captcha*|turnstile|recaptcha|hcaptcha|friendlycaptcha", "not a robot", "security|verification image|letters|characters", "kein roboter|mensch", "pas un robot"];
    CREDENTIAL = ["password|passwort|kennwort|passphrase|passcode|wachtwoord|contraseña|senha|hasło|pwd", "mot de passe", "palabra clave", "one time|single use code|password|pin", "otp|totp|mfa|2fa", "verification|security|confirmation|authentication|login|access code|pin", "bestätigungscode|sicherheitscode|verifizierungscode|einmalcode|zugangscode", "code de vérification|confirmation|sécurité", "código de verificación|seguridad|verificação", "codice di verifica", "verificatiecode", "kod weryfikacyjny", "security question|answer", "secret question"];
    SEARCH = ["^search|suche|suchen|rechercher|recherche|buscar|busca|búsqueda|cerca|ricerca|zoek|zoeken|pesquisar|szukaj|wyszukaj|filter|filtern|filtrer", "suchen|rechercher|buscar|zoeken|search$", "search for|jobs|by|here|our|site", "keyword|keywords", "find|search jobs|a job", "job title or|keyword|keywords", "stichwort|suchbegriff|schlagwort", "select language|a language", "language|sprache|langue selector|auswählen|wählen", "change language", "^display language"];
    SEARCH_NAMES = ["^q$|^s$|^query$|^keyword$|^keywords$|^searchbox$|^searchterm$|^suche$", "search|query keyword|keywords|term|query|text|input|box", "site|job|jobs|global search", "^language$|^locale$", "display language", "language selector|switcher|select", "results filter"];
    LANGUAGE = ["^language|sprache|langue|idioma|lingua|taal|język$", "select|change|choose|site|display|page language", "language selector|selection|switcher", "sprache wählen|auswählen", "choisir .. langue"];
    COOKIE = ["cookie|cookies|onetrust|cookiebot|usercentrics|didomi|consentmanager|quantcast|klaro|borlabs|osano|iubenda|trustarc|cookiefirst|ccm19", "tracking|advertising preferences|technologies", "strictly necessary", "notwendige|statistik|marketing cookies|tracking"];
    COOKIE_LABEL = ["store and|or access information", "personalised|personalized ads|advertising|content", "strictly necessary", "necessary|functional|statistics|analytics|performance|targeting|preferences|essential|unclassified", "google analytics|tag|ads|maps|fonts", "facebook|meta|linkedin pixel|insight", "notwendig|essenziell|funktional|statistiken|statistik|externe", "nécessaires|fonctionnels|statistiques", "matomo|hotjar|vimeo|youtube|hubspot|doubleclick|bing", "identifiers derived", "third party content|vendors", "legitimate interest"];
    NEWSLETTER = ["newsletter|newsletters|mailing_list", "job|jobs alert|alerts|agent|mail|newsletter", "jobalert|jobagent|jobmail|stellenalarm", "subscribe|subscription|subscriptions|abonnieren|s_abonner|abonnez|abonnement|suscrib*|suscríbete|suscripción|iscriviti|iscrizione_alla_newsletter|inschrijven|nieuwsbrief|boletín|newslettera|biuletyn|infolettre|assine|subscreva|subscrever|rundbrief", "alerte|alertes emploi|mail", "alerta|alertas de|empleo", "notify me|create alert"];
    EMPTY_IF = ["empty|blank|leer|frei|vide|vuoto|leeg|vacío|blanco|puste if|when|unless|wenn|falls|sofern|si|se|als|indien|jeśli"];
    TO_PEOPLE = ["human|humans|person|people|robot|bot|see|read|mensch|humain|humano|umano|mens|spam*"];
    /// What nobody writes under a field that people fill.
    LEFT_ALONE = ["for validation purposes", "should|must be_left|remain|stay|be unchanged|untouched|empty|blank"];
    ASKS_ROBOTS = ["are you .. robot|bot|human|person|machine", "bist du|sind sie .. mensch|roboter", "êtes vous .. humain|robot"];
    /// Single words that only a bait is named after; in a question they may be what the work is about.
    BAIT_NAMES = ["honeypot|honey|hpot|hp|bot|robot|robots|spam|trap|antispam|botcheck|nospam|beehive|winnie|potty|catch"];
    BAIT = ["honeypot|hpot|antispam|botcheck|nospam|anti_spam", "if|unless you are|re .. robot|bot|spambot", "robots|bots|spambots|machines|spammers only", "catch|trap|prevent bots|spam|spambots|spammers", "are you a robot|bot", "leave|keep .. blank|empty", "do not|dont|don t fill|enter|complete|touch", "if you are|re .. human|a person", "should|must be|remain empty|blank", "nicht ausfüllen|ausgefüllt", "leer lassen", "frei lassen", "feld .. leer", "ne pas remplir", "laisse* .. vide|vierge", "no rellenar|llenar|completar", "dejar .. vacío|blanco", "non compilare", "lascia* vuoto", "niet invullen", "leeg laten", "não preencher", "deixe em branco", "nie wypełniaj*", "laat .. leeg", "deja .. vacío|vacia|blanco", "pozostaw* .. puste", "dejar|deja en_blanco", "deixe .. branco|vazio", "laissez .. vide|champ_vide", "leave .. empty|blank", "for robots|bots|machines only", "for validation purposes", "left|leave .. unchanged|untouched|as_is", "humans leave|should|must|do|will|can_t|cannot|please|only", "^humans$", "url two", "email two confirm hidden"];
}

/// The trap a field is, with the reason; `kind` is what it would otherwise be taken for.
pub(crate) fn find(
    field: &RawField,
    questions: &[Question],
    names: &[Name],
    around: &Surroundings,
    kind: Option<FieldKind>,
) -> Option<(Trap, String)> {
    let on = On::of(field.control, field.options.len());
    if field.control == Control::Password {
        return Some((Trap::Credential, "a password".to_owned()));
    }
    let identity = identity_words(field);
    let own: Vec<String> = questions
        .first()
        .map(|question| question.all.clone())
        .unwrap_or_default();
    if CAPTCHA.any(&identity) || (CAPTCHA.any(&own) && on.meets(On::LINE.or(On::LONG).or(On::TICK)))
    {
        return Some((Trap::Captcha, "a captcha".to_owned()));
    }
    // Secrets, whatever stands beside them. `new-password` is also how sites keep browsers from filling a field.
    if field.autocomplete.split_whitespace().any(|token| {
        token.starts_with("cc-")
            || matches!(token, "one-time-code" | "current-password")
            || (token == "new-password" && kind.is_none())
    }) {
        return Some((
            Trap::Credential,
            format!("autocomplete={}", field.autocomplete),
        ));
    }
    if on.meets(On::LINE) && own.len() <= 9 && CREDENTIAL.any(&own) {
        return Some((Trap::Credential, format!("label: {}", own.join(" "))));
    }
    if on.meets(On::LINE) && own.is_empty() && names.iter().any(|name| CREDENTIAL.any(&name.all)) {
        return Some((Trap::Credential, "its name".to_owned()));
    }
    if around.is_sign_in(field) && !on.meets(On::FILE) {
        return Some((Trap::Credential, "in a sign-in form".to_owned()));
    }
    if let Some(reason) = search(field, questions, names, around, kind, on) {
        return Some((Trap::Search, reason));
    }
    if let Some(reason) = cookie(field, &own, &identity, around, on) {
        return Some((Trap::Cookie, reason));
    }
    if newsletter(field, &own, around, on) {
        return Some((Trap::Newsletter, "a newsletter or job alert".to_owned()));
    }
    bait(field, questions, &identity, around, kind, on).map(|reason| (Trap::Honeypot, reason))
}

/// Words of the field's own identity, generic ones included.
fn identity_words(field: &RawField) -> Vec<String> {
    let mut all = split(&field.name);
    all.extend(split(&field.id));
    all.extend(split(&field.class));
    for (name, value) in &field.attributes {
        if matches!(
            name.as_str(),
            "wrapper:id" | "wrapper:data-testid" | "wrapper:class"
        ) {
            all.extend(split(value));
        }
    }
    all
}

fn search(
    field: &RawField,
    questions: &[Question],
    names: &[Name],
    around: &Surroundings,
    kind: Option<FieldKind>,
    on: On,
) -> Option<String> {
    if !on.meets(On::LINE.or(On::COMBO).or(On::PICK))
        || matches!(field.control, Control::CheckboxGroup | Control::RadioGroup)
    {
        return None;
    }
    // "Search for your school" is how a real question can look, and no site's search does; a place may be either.
    let place = matches!(
        kind,
        Some(FieldKind::City | FieldKind::Location | FieldKind::AddressLine1)
    );
    let looked_up = matches!(
        kind,
        Some(
            FieldKind::School
                | FieldKind::Degree
                | FieldKind::Discipline
                | FieldKind::Skills
                | FieldKind::WorkCompany
                | FieldKind::CurrentCompany
                | FieldKind::HowHeard
        )
    );
    let in_search_form = around.is_search_form(field);
    if in_search_form && !around.in_application(field) {
        return Some("in a search form".to_owned());
    }
    if looked_up || (place && around.in_application(field)) {
        return None;
    }
    if field.control == Control::Search && (kind.is_none() || in_search_form) {
        return Some("a search box".to_owned());
    }
    let first = questions.first()?;
    // A switch of the page's own language is no question about the person's.
    if LANGUAGE.any(&first.all) && on.meets(On::PICK.or(On::COMBO)) && !around.in_application(field)
    {
        return Some("the page's language".to_owned());
    }
    let searched = !first.sentence && SEARCH.any(&first.all);
    let named = names
        .iter()
        .any(|name| !name.around && SEARCH_NAMES.any(&name.all));
    let sure = kind.is_none() || questions.iter().all(|question| SEARCH.any(&question.all));
    if searched
        && sure
        && (on.meets(On::LINE.or(On::COMBO)) || named || around.before_application(field))
    {
        return Some(format!("label: {}", first.raw));
    }
    (named && kind.is_none() && !first.sentence && !around.in_application(field))
        .then(|| "its name".to_owned())
}

fn cookie(
    field: &RawField,
    own: &[String],
    identity: &[String],
    around: &Surroundings,
    on: On,
) -> Option<String> {
    if !on.meets(On::TICK.or(On::PICK)) || around.in_application(field) {
        return None;
    }
    let section = field.section.iter().any(|text| COOKIE.any(&words(text)));
    let wrapped = field
        .attributes
        .iter()
        .any(|(_, value)| value.to_lowercase().contains("cookie"));
    let labelled = COOKIE_LABEL.any(own) || COOKIE.any(own);
    let named = COOKIE.any(identity);
    if wrapped
        || named
        || (section && (labelled || !field.visible || own.is_empty() || on.meets(On::TICK)))
        || (labelled && !field.visible)
    {
        return Some("a cookie switch".to_owned());
    }
    None
}

fn newsletter(field: &RawField, own: &[String], around: &Surroundings, on: On) -> bool {
    if around.in_application(field) || !on.meets(On::LINE.or(On::TICK).or(On::PICK)) {
        return false;
    }
    if around.is_sign_up(field) {
        return true;
    }
    let section = field
        .section
        .last()
        .map(|text| words(text))
        .unwrap_or_default();
    NEWSLETTER.any(own) || NEWSLETTER.any(&section) || NEWSLETTER.any(&split(&field.form_hint))
}

/// "Leave empty if you still work there" asks people; "leave empty if you are human" does not.
fn depends(question: &Question) -> bool {
    EMPTY_IF.any(&question.all) && !TO_PEOPLE.any(&question.all)
}

/// A question that people see is theirs, whatever it is about ("Why do people not complete a form?").
fn asks_people(field: &RawField, question: &Question) -> bool {
    let end = question.raw.trim_end_matches([' ', '*', '✱']);
    field.visible && end.ends_with('?') && !ASKS_ROBOTS.any(&question.all)
}

fn bait(
    field: &RawField,
    questions: &[Question],
    identity: &[String],
    around: &Surroundings,
    kind: Option<FieldKind>,
    on: On,
) -> Option<String> {
    let textual = on.meets(On::LINE.or(On::LONG)) || on.meets(On::TICK);
    if !textual || field.control == Control::File {
        return None;
    }
    if questions.iter().any(|question| {
        BAIT.any(&question.all)
            && !depends(question)
            && !asks_people(field, question)
            && question.all.len() <= 25
    }) {
        return Some("its label says to leave it empty".to_owned());
    }
    let named = split(&field.name)
        .iter()
        .chain(&split(&field.id))
        .any(|word| BAIT_NAMES.any(std::slice::from_ref(word)));
    let classes = split(&field.class);
    let said = |bait: &str| classes.iter().chain(identity).any(|word| word == bait);
    let marked = classes
        .iter()
        .any(|word| matches!(word.as_str(), "hp" | "hpot" | "honey"));
    // What stands under the field is no question, and yet says this.
    let explained = field
        .labels
        .iter()
        .any(|label| label.from == LabelSource::Description && BAIT.any(&words(&label.text)));
    let forbidden = field.labels.iter().any(|label| {
        label.from == LabelSource::Description
            && LEFT_ALONE.any(&words(&label.text))
            && !EMPTY_IF.any(&words(&label.text))
    });
    if forbidden || (explained && !field.visible) {
        return Some("what explains it says to leave it".to_owned());
    }
    let lured = questions.is_empty() || field.attribute("tabindex") == "-1";
    let class_says = said("honeypot") || (marked && lured);
    if class_says
        || (named
            && (questions.is_empty() || !field.visible || field.attribute("tabindex") == "-1"))
    {
        return Some("named as a bait".to_owned());
    }
    if field.visible {
        // Neither reached by the keyboard nor filled by the browser: bait, where it is nothing or what baits promise.
        let shunned = field.attribute("tabindex") == "-1" && field.autocomplete == "off";
        let lure = matches!(
            kind,
            None | Some(FieldKind::Website | FieldKind::AddressLine2 | FieldKind::Twitter)
        );
        let silent = questions.is_empty() || kind.is_some();
        return (shunned && lure && silent && on.meets(On::LINE))
            .then(|| "nothing but robots reaches it".to_owned());
    }
    // Parts of an address that a search box above fills in are hidden too, and are no bait.
    if matches!(
        kind,
        Some(FieldKind::City | FieldKind::State | FieldKind::PostalCode | FieldKind::Country)
    ) && around.follows_address(field)
    {
        return None;
    }
    // A question that comes later brings its label; this has none, and what it is named after is what baits promise.
    let lure = matches!(
        kind,
        Some(FieldKind::Website | FieldKind::AddressLine2 | FieldKind::Twitter)
    );
    if questions.is_empty() && lure && on.meets(On::LINE) {
        return Some(format!(
            "nobody sees it, and nothing asks for it ({})",
            field.hidden_why
        ));
    }
    // Not shown, out of the keyboard's way and closed to the browser's own filling: a question that comes later is not.
    if field.attribute("tabindex") == "-1" && field.autocomplete == "off" && on.meets(On::LINE) {
        return Some(format!("nobody can see or reach it ({})", field.hidden_why));
    }
    // What is merely not shown yet (display, visibility) may be a question that comes later.
    let hidden_by_art = matches!(
        field.hidden_why.as_str(),
        "opacity" | "offscreen" | "clip" | "size"
    );
    let shunned =
        field.attribute("tabindex") == "-1" || field.autocomplete == "off" || questions.is_empty();
    let bare = field.hidden_why == "aria-hidden" && field.attribute("tabindex") == "-1";
    ((hidden_by_art && (shunned || on.meets(On::LINE))) || bare)
        .then(|| format!("nobody can see it ({})", field.hidden_why))
}

#[cfg(test)]
mod tests {
    use crate::classify::testing::{field, trap};
    use crate::classify::{FieldKind, Trap, classify};
    use crate::page::{LabelSource, LabelText, PageSnapshot, RawField};

    #[test]
    fn traps_are_known() {
        trap(
            field("input password"),
            "Choose password",
            Some(Trap::Credential),
        );
        trap(
            field("input text name=code"),
            "Verification code",
            Some(Trap::Credential),
        );
        trap(
            field("textarea name=g-recaptcha-response"),
            "",
            Some(Trap::Captcha),
        );
        trap(field("input search"), "Search jobs", Some(Trap::Search));
        trap(
            field("input text name=hp_7f2b tabindex=-1 hidden=opacity"),
            "",
            Some(Trap::Honeypot),
        );
        trap(
            field("input text name=website2"),
            "Leave this field blank",
            Some(Trap::Honeypot),
        );
        trap(
            field("input text name=url hidden=offscreen"),
            "Website",
            Some(Trap::Honeypot),
        );
        let mut explained = field("input text name=input_9");
        explained.labels.push(LabelText {
            from: LabelSource::Description,
            text: "Only there for validation purposes, to be left as it is.".into(),
        });
        trap(explained, "Name", Some(Trap::Honeypot));
        trap(
            field("input text name=homepage_link hidden=display"),
            "",
            Some(Trap::Honeypot),
        );
        trap(
            field("input text name=work"),
            "How would a robot catch a ball?",
            None,
        );
        trap(
            field("textarea name=robotics"),
            "Your experience with robots",
            None,
        );
        trap(
            field("input text name=check"),
            "Are you a robot?",
            Some(Trap::Honeypot),
        );
        trap(
            field("input text name=ended"),
            "Ended (leave empty if you still work there)",
            None,
        );
        trap(
            field("input text name=more"),
            "Leave empty if you are human",
            Some(Trap::Honeypot),
        );
        trap(field("input text name=firstname"), "First name", None);
        trap(
            field("input text name=school"),
            "Search for your school",
            None,
        );
    }

    #[test]
    fn what_explains_a_hidden_field_may_give_it_away() {
        let mut hidden = field("input text hidden=display");
        hidden.labels.push(LabelText {
            from: LabelSource::Description,
            text: "This field is for validation purposes.".to_owned(),
        });
        trap(hidden, "Name", Some(Trap::Honeypot));
    }

    #[test]
    fn an_address_asked_for_again_behind_the_application_is_for_something_else() {
        let asks = |handle, form, label: &str| RawField {
            handle,
            form,
            labels: vec![LabelText {
                from: LabelSource::Label,
                text: label.to_owned(),
            }],
            ..field("input text")
        };
        let mut fields = vec![
            asks(1, 0, "Name"),
            asks(2, 0, "Email"),
            asks(3, 0, "Phone"),
            asks(4, 1, "Our news by email"),
        ];
        let trap_of = |fields: &[RawField]| {
            let page = PageSnapshot {
                fields: fields.to_vec(),
                ..PageSnapshot::default()
            };
            classify(&page).fields.last().and_then(|last| last.trap)
        };
        assert_eq!(trap_of(&fields), Some(Trap::Newsletter));
        fields.remove(1);
        assert_eq!(trap_of(&fields), None);
    }

    #[test]
    fn a_sign_in_stands_beside_an_application_that_asks_for_an_address_in_any_language() {
        let asks = |handle, form, label: &str| RawField {
            handle,
            form,
            labels: vec![LabelText {
                from: LabelSource::Label,
                text: label.to_owned(),
            }],
            ..field("input text")
        };
        for address in [
            "Your e-mail",
            "Tu correo",
            "Courriel",
            "Posta elettronica",
            "Adres poczty",
            "Votre adresse électronique",
        ] {
            let page = PageSnapshot {
                fields: vec![
                    asks(1, 0, address),
                    RawField {
                        handle: 2,
                        form: 0,
                        ..field("input password")
                    },
                    asks(3, 1, "A"),
                    asks(4, 1, "B"),
                    asks(5, 1, address),
                ],
                ..PageSnapshot::default()
            };
            let read = classify(&page);
            let traps: Vec<_> = read.fields.iter().map(|field| field.trap).collect();
            let own = Some(Trap::Credential);
            assert_eq!(traps, [own, own, None, None, None], "{address}");
        }
    }

    #[test]
    fn what_comes_later_is_no_bait() {
        let read =
            crate::classify::testing::read(field("input text name=email hidden=display"), "E-mail");
        assert_eq!((read.kind, read.trap), (Some(FieldKind::Email), None));
    }
}
