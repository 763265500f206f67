use super::*;

#[track_caller]
fn check(language: Language, line: &str, expect: Option<Form>) {
    assert_eq!(
        form(line, language, false, &|word| word != "excel"),
        expect,
        "{line}"
    );
}

fn verbal(text: &str) -> Option<Form> {
    Some(Form::Verbal(text.to_owned()))
}

fn listed(text: &str) -> Option<Form> {
    Some(Form::Listed(text.to_owned()))
}

fn inverted(verb: &str, rest: &str) -> Option<Form> {
    Some(Form::Inverted(verb.to_owned(), rest.to_owned()))
}

#[test]
fn english_lines() {
    use Language::En;
    for (line, expect) in [
        (
            "Led a team of 12 nurses.",
            verbal("led a team of 12 nurses"),
        ),
        (
            "Successfully introduced a rota",
            verbal("successfully introduced a rota"),
        ),
        ("I ran the night shift", verbal("ran the night shift")),
        ("Responsible for stock", verbal("was responsible for stock")),
        (
            "Promoted to shift lead after a year",
            verbal("was promoted to shift lead after a year"),
        ),
        (
            "Managing stock for two shops",
            listed("managing stock for two shops"),
        ),
        (
            "Preparation of cold dishes",
            listed("preparation of cold dishes"),
        ),
        // Done to the person, no deed, or not to be told:
        ("Awarded employee of the month", None),
        ("Experienced in wound care", None),
        ("Lead engineer for the payments team", None),
        ("Lead a team of five", None),
        ("Speed typing at 90 words", None),
        ("Tools: Rust, SQL", None),
        ("LED A TEAM OF TWELVE NURSES", None),
        ("Baker", None),
        ("", None),
    ] {
        check(En, line, expect);
    }
    let now = |line| form(line, En, true, &|_| false);
    assert_eq!(now("Lead a team of five"), verbal("lead a team of five"));
    assert_eq!(now("Manage bookings"), verbal("manage bookings"));
    assert_eq!(now("Lead engineer for payments"), None);
    assert_eq!(
        now("Responsible for stock"),
        verbal("am responsible for stock")
    );
    assert_eq!(now("Led a team. Cut costs."), verbal("led a team"));
}

#[test]
fn german_lines() {
    use Language::De;
    for (line, expect) in [
        (
            "Neue Mitarbeiter eingearbeitet",
            verbal("neue Mitarbeiter eingearbeitet"),
        ),
        (
            "Ein Team von 12 Pflegekräften geleitet",
            verbal("ein Team von 12 Pflegekräften geleitet"),
        ),
        (
            "Patienten nach Operationen betreut",
            verbal("Patienten nach Operationen betreut"),
        ),
        (
            "Leitete ein Team von zwölf",
            inverted("leitete", "ein Team von zwölf"),
        ),
        (
            "Leitung eines Teams von 12",
            listed("Leitung eines Teams von 12"),
        ),
        ("Ambulante Patienten betreut", None),
        (
            "Kühltransporte nach HACCP durchgeführt",
            verbal("Kühltransporte nach HACCP durchgeführt"),
        ),
        (
            "Umsatz um 20 % gesteigert",
            verbal("den Umsatz um 20 % gesteigert"),
        ),
        ("Fehlerquote halbiert", verbal("die Fehlerquote halbiert")),
        ("Projekt X geleitet", None),
        (
            "Verantwortlich für die Kasse",
            inverted("war", "verantwortlich für die Kasse"),
        ),
    ] {
        check(De, line, expect);
    }
}

#[test]
fn lines_of_other_languages() {
    for (language, line, expect) in [
        (
            Language::Fr,
            "Encadré une équipe de 5",
            verbal("encadré une équipe de 5"),
        ),
        (
            Language::Fr,
            "Rédigé l’ensemble des menus",
            verbal("rédigé l’ensemble des menus"),
        ),
        (
            Language::Fr,
            "Chargé de la caisse",
            listed("chargé de la caisse"),
        ),
        (
            Language::Fr,
            "Gestion des stocks",
            listed("gestion des stocks"),
        ),
        (
            Language::Fr,
            "Santé publique et prévention",
            listed("santé publique et prévention"),
        ),
        (
            Language::Es,
            "Coordiné un equipo de 8",
            verbal("coordiné un equipo de 8"),
        ),
        (
            Language::Es,
            "Tutoría de grupos",
            listed("tutoría de grupos"),
        ),
        (
            Language::Es,
            "Gestión de pedidos",
            listed("gestión de pedidos"),
        ),
        (
            Language::It,
            "Gestito un magazzino",
            verbal("gestito un magazzino"),
        ),
        (
            Language::It,
            "Certificato HACCP ottenuto",
            listed("Certificato HACCP ottenuto"),
        ),
        (
            Language::Nl,
            "Begeleidde zes leerlingen",
            inverted("begeleidde", "zes leerlingen"),
        ),
        (
            Language::Nl,
            "Verantwoordelijk voor de kas",
            inverted("was", "verantwoordelijk voor de kas"),
        ),
        (
            Language::Es,
            "Responsable de almacén",
            verbal("fui responsable de almacén"),
        ),
        (
            Language::Nl,
            "Verzorging van bewoners",
            listed("verzorging van bewoners"),
        ),
        (
            Language::Pt,
            "Coordenei uma equipe",
            verbal("coordenei uma equipe"),
        ),
        (
            Language::Pl,
            "Prowadziłam zespół pięciu osób",
            verbal("prowadziłam zespół pięciu osób"),
        ),
        (
            Language::Pl,
            "Obsługa kasy fiskalnej",
            listed("obsługa kasy fiskalnej"),
        ),
    ] {
        check(language, line, expect);
    }
}
