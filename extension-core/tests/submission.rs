//! Was the application sent? Pages that say so in eight languages, and pages that only sound like it.
//!
//! Each page is written as lines `tag: text`. Every wording is our own.

use foothold_core::page::TextBlock;
use foothold_core::submission::{Before, Press, Said, Verdict, judge, press};

fn page(lines: &str) -> Said {
    let blocks = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    let blocks = blocks.map(|line| {
        let (tag, text) = line.split_once(": ").unwrap_or(("p", line));
        TextBlock {
            tag: tag.to_owned(),
            text: text.to_owned(),
            ..TextBlock::default()
        }
    });
    Said {
        url: "https://jobs.example/apply/17".to_owned(),
        blocks: blocks.collect(),
        ..Said::default()
    }
}

/// The form before it is sent: ten fields, all of them watched.
fn form() -> Said {
    Said {
        fields: 10,
        watched: 10,
        buttons: vec!["Submit application".to_owned()],
        ..page("h1: Night baker\np: Please fill in this form.")
    }
}

fn before() -> Before {
    Before::of(&form())
}

#[track_caller]
fn sent(now: &Said, pressed: Option<Press>) -> String {
    match judge(&before(), now, pressed) {
        Verdict::Sent { confirmation } => confirmation.unwrap_or_default(),
        other => panic!("{other:?}: {:?}", now.blocks),
    }
}

#[track_caller]
fn not_known(now: &Said, pressed: Option<Press>) {
    let verdict = judge(&before(), now, pressed);
    assert_eq!(
        verdict,
        Verdict::Unknown,
        "{:?} {:?}",
        now.title,
        now.blocks
    );
}

/// What pages say when they took an application.
const CONFIRMATIONS: &[&str] = &[
    // English
    "Thank you for applying",
    "Thanks for applying to Oven and Sons!",
    "Your application has been received.",
    "Your application for Night Baker has been successfully submitted.",
    "Application submitted!",
    "We have received your application and will be in touch soon.",
    "We've received your application",
    "You have successfully applied for this job.",
    "Thank you for submitting your application, Ada.",
    "Thank you very much for your application.",
    "Your application was sent to the hiring team.",
    "Your response has been recorded.",
    "Thank you for your interest in Oven and Sons and for applying to our bakery.",
    "Your application no. 4711 has been received.",
    // German
    "Vielen Dank für Ihre Bewerbung!",
    "Ihre Bewerbung ist bei uns eingegangen.",
    "Wir haben Ihre Bewerbung erhalten.",
    "Deine Bewerbung wurde erfolgreich übermittelt.",
    "Danke, dass du dich bei uns beworben hast.",
    "Herzlichen Dank für deine Bewerbung als Bäckerin.",
    "Sie haben sich erfolgreich auf diese Stelle beworben.",
    "Ihre Bewerbung um die Stelle als Bäcker wurde abgeschickt.",
    // French
    "Merci pour votre candidature",
    "Votre candidature a bien été envoyée.",
    "Nous avons bien reçu votre candidature.",
    "Nous vous remercions de votre candidature.",
    "Merci d'avoir postulé chez nous !",
    "Vous avez postulé avec succès.",
    // Spanish
    "¡Gracias por postularte!",
    "Tu solicitud ha sido enviada correctamente.",
    "Hemos recibido tu candidatura.",
    "Gracias por enviar tu solicitud.",
    "Te has inscrito en esta oferta.",
    "Su postulación fue registrada con éxito.",
    // Italian
    "Grazie per la tua candidatura",
    "La tua candidatura è stata inviata con successo.",
    "Abbiamo ricevuto la tua candidatura.",
    "Grazie per esserti candidata!",
    "Ti sei candidato a questa posizione.",
    // Dutch
    "Bedankt voor je sollicitatie!",
    "Je sollicitatie is ontvangen.",
    "Je sollicitatie als bakker is verzonden.",
    "We hebben je sollicitatie goed ontvangen.",
    "Je hebt succesvol gesolliciteerd.",
    // Portuguese
    "Obrigado pela sua candidatura",
    "Sua candidatura foi enviada com sucesso!",
    "Recebemos sua candidatura.",
    "Obrigada por se candidatar!",
    "A sua candidatura foi submetida.",
    // Polish
    "Dziękujemy za przesłanie aplikacji",
    "Twoje zgłoszenie zostało wysłane.",
    "Otrzymaliśmy Twoją aplikację.",
    "Dziękujemy za aplikowanie na to stanowisko.",
    "Aplikacja została pomyślnie wysłana.",
];

#[test]
fn a_confirmation_is_known_in_eight_languages() {
    for text in CONFIRMATIONS {
        for pressed in [Some(Press::Send), Some(Press::Step), None] {
            assert_eq!(sent(&page(&format!("p: {text}")), pressed), *text);
        }
    }
}

#[test]
fn a_confirmation_over_the_form_counts_once_the_form_was_sent() {
    let over = |text: &str| {
        let mut now = form();
        now.blocks.extend(page(text).blocks);
        now.blocks.remove(1);
        now
    };
    let now = over("p: Your application has been submitted.");
    assert_eq!(
        sent(&now, Some(Press::Send)),
        "Your application has been submitted."
    );
    not_known(&now, None);
    assert!(!sent(&over("p: Thank you for applying!"), Some(Press::Send)).is_empty());
    not_known(&over("p: Thank you for applying!"), Some(Press::Step));
}

/// What sounds like a confirmation and is none.
const LURES: &[&str] = &[
    "Thank you for your interest in Oven and Sons. Please fill in the form below to apply.",
    "Thank you for your interest in applying.",
    "Once your application has been submitted, you will get an e-mail.",
    "After your application is received, we will call you.",
    "Your application will be sent to the hiring team.",
    "Your application has not been submitted yet.",
    "Your application could not be sent.",
    "You have already applied for this job.",
    "If your application was sent by mistake, write to us.",
    "Applications received after May will not be considered.",
    "Your application has been saved as a draft.",
    "Thank you for applying! Please review your answers before you go on.",
    "Almost there! Thanks for applying. One more step.",
    "Step 2 of 4",
    "How your application is received and handled",
    "Thank you",
    "Vielen Dank für Ihr Interesse an einer Bewerbung.",
    "Sobald Ihre Bewerbung eingegangen ist, melden wir uns.",
    "Ihre Bewerbung wurde noch nicht abgeschickt.",
    "Ihre Bewerbung konnte nicht übermittelt werden.",
    "Ihre Bewerbung wird an die Personalabteilung gesendet.",
    "Sie haben sich bereits auf diese Stelle beworben.",
    "Vielen Dank für Ihre Bewerbung! Bitte füllen Sie noch die folgenden Felder aus.",
    "Merci de compléter votre candidature.",
    "Une fois votre candidature envoyée, vous recevrez un message.",
    "Votre candidature n'a pas pu être envoyée.",
    "Vous avez déjà postulé à cette offre.",
    "Cuando tu solicitud haya sido enviada, recibirás un correo.",
    "Tu solicitud no ha sido enviada.",
    "Tu candidatura no fue enviada.",
    "Ya te has inscrito en esta oferta.",
    "Una volta inviata la candidatura, riceverai una e-mail.",
    "La candidatura non è stata inviata.",
    "Zodra je sollicitatie is ontvangen, hoor je van ons.",
    "Je sollicitatie is niet verzonden.",
    "Je sollicitatie wordt verzonden naar de bakkerij.",
    "Sua candidatura não foi enviada.",
    "Depois que sua candidatura for enviada, avisaremos.",
    "Twoje zgłoszenie nie zostało wysłane.",
    "Po wysłaniu aplikacji otrzymasz wiadomość.",
];

#[test]
fn what_only_sounds_like_it_is_not_taken_for_it() {
    for text in LURES {
        for pressed in [Some(Press::Step), None] {
            not_known(&page(&format!("p: {text}")), pressed);
            let another_step = Said {
                fields: 6,
                ..page(&format!("p: {text}"))
            };
            not_known(&another_step, Some(Press::Send));
        }
    }
}

#[test]
fn what_the_page_said_before_says_nothing_now() {
    let thanks =
        "h2: Thank you for applying with us\np: Your application was received or will be soon.";
    let mut form = form();
    form.blocks.extend(page(thanks).blocks);
    let before = Before::of(&form);
    assert_eq!(judge(&before, &form, Some(Press::Send)), Verdict::Unknown);
    let gone = page(thanks);
    assert_eq!(judge(&before, &gone, None), Verdict::Unknown);
}

#[test]
fn errors_say_that_it_was_not_sent() {
    let again = |errors: &[&str], invalid: u32| Said {
        errors: errors.iter().map(|&text| text.to_owned()).collect(),
        invalid,
        ..form()
    };
    let errors = |now: &Said| judge(&before(), now, Some(Press::Send));
    assert_eq!(
        errors(&again(&["Enter your phone number."], 0)),
        Verdict::NotSent {
            errors: vec!["Enter your phone number.".to_owned()]
        }
    );
    assert_eq!(errors(&again(&[], 2)), Verdict::NotSent { errors: vec![] });
    assert_eq!(errors(&again(&[], 0)), Verdict::Unknown);
    // The server sends the form again in a new document: nothing of it is watched yet.
    let fresh = Said {
        watched: 0,
        ..again(&["This address is not valid."], 1)
    };
    assert!(matches!(errors(&fresh), Verdict::NotSent { .. }));
    // An error that stood there before is no news, and nobody pressed anything here.
    let old = Before::of(&again(&["Old."], 1));
    assert_eq!(
        judge(&old, &again(&["Old."], 1), Some(Press::Send)),
        Verdict::Unknown
    );
    assert_eq!(
        judge(&before(), &again(&["Oh."], 1), None),
        Verdict::Unknown
    );
    // An alert can be the confirmation.
    let alert = Said {
        errors: vec!["Your application has been submitted.".to_owned()],
        ..page("p: Your application has been submitted.")
    };
    assert!(!sent(&alert, Some(Press::Send)).is_empty());
}

#[test]
fn few_words_are_enough_where_the_form_was_sent_and_is_gone() {
    for text in [
        "Thank you!",
        "Thank you, Ada!",
        "Danke!",
        "Merci beaucoup",
        "¡Listo!",
        "Dziękujemy",
    ] {
        let now = page(&format!("h1: {text}"));
        assert_eq!(sent(&now, Some(Press::Send)), text);
        not_known(&now, Some(Press::Step));
        not_known(
            &Said {
                fields: 3,
                ..now.clone()
            },
            Some(Press::Send),
        );
        not_known(&Said { busy: true, ..now }, Some(Press::Send));
    }
    let moved = |url: &str| Said {
        url: url.to_owned(),
        ..page("h1: Night baker\np: See you.")
    };
    assert_eq!(
        sent(
            &moved("https://jobs.example/apply/17/thank-you"),
            Some(Press::Send)
        ),
        "Night baker"
    );
    not_known(
        &moved("https://jobs.example/apply/17/review"),
        Some(Press::Send),
    );
    not_known(&moved("https://jobs.example/thank-you"), None);
    // Gone, and not a word: a session may have ended.
    not_known(&page("p: Open positions"), Some(Press::Send));
}

#[test]
fn a_review_is_not_the_end() {
    let review = Said {
        buttons: vec!["Back".to_owned(), "Submit application".to_owned()],
        ..page("h1: Review your application\np: Name: Ada\np: Thank you for applying.")
    };
    not_known(&review, Some(Press::Step));
    not_known(&review, Some(Press::Send));
    let other_jobs = Said {
        buttons: vec!["Apply now".to_owned(), "Apply".to_owned()],
        ..page("p: Thank you for applying.")
    };
    assert!(!sent(&other_jobs, None).is_empty());
}

#[test]
fn the_title_counts_and_a_heading_takes_its_text_along() {
    let titled = Said {
        title: "Application received | Oven and Sons".to_owned(),
        ..page("p: See you.")
    };
    assert_eq!(sent(&titled, None), "Application received | Oven and Sons");
    let long = format!(
        "h1: Thank you for applying!\np: {}",
        "We read all of it. ".repeat(100)
    );
    let confirmation = sent(&page(&long), Some(Press::Send));
    assert!(confirmation.starts_with("Thank you for applying!\nWe read"));
    assert_eq!(confirmation.chars().count(), 1_000);
}

#[test]
fn buttons_say_what_they_are_for() {
    use Press::{Draft, Other, Send, Step};
    for (button, form, expected) in [
        ("Submit application", true, Send),
        ("Submit", false, Send),
        ("Apply", true, Send),
        ("Apply now", false, Send),
        ("Send application", false, Send),
        ("Save and submit", false, Send),
        ("", true, Send),
        ("", false, Other),
        ("Go", true, Send),
        ("Go", false, Other),
        ("Next", true, Step),
        ("Save and continue", true, Step),
        ("Continue to review", false, Step),
        ("Review", false, Step),
        ("Save draft", true, Draft),
        ("Save for later", false, Draft),
        ("Back", true, Other),
        ("Add another", false, Other),
        ("Apply with LinkedIn", false, Other),
        ("Sign in to submit", false, Other),
        ("Upload résumé", false, Other),
        ("Sign and submit", true, Send),
        ("Bewerbung absenden", true, Send),
        ("Jetzt bewerben", false, Send),
        ("Weiter", true, Step),
        ("Speichern und weiter", true, Step),
        ("Zwischenspeichern", false, Draft),
        ("Zurück", false, Other),
        ("Envoyer ma candidature", false, Send),
        ("Postuler", false, Send),
        ("Suivant", true, Step),
        ("Enregistrer", false, Draft),
        ("Enviar solicitud", false, Send),
        ("Siguiente", true, Step),
        ("Guardar borrador", true, Draft),
        ("Invia candidatura", false, Send),
        ("Avanti", false, Step),
        ("Sollicitatie versturen", false, Send),
        ("Volgende", true, Step),
        ("Enviar candidatura", true, Send),
        ("Próximo", false, Step),
        ("Wyślij zgłoszenie", false, Send),
        ("Dalej", true, Step),
        ("Zapisz", false, Draft),
    ] {
        assert_eq!(press(button, form), expected, "{button} {form}");
    }
}

#[test]
fn a_long_page_is_judged_without_trouble() {
    let line = "p: We bake bread for the whole town and look for people who like to rise early. ";
    let text = line.repeat(3).replace(". p:", ".\np:");
    let mut lines = vec![text.as_str(); 400].join("\n");
    lines.push_str("\np: Thank you for applying.");
    assert_eq!(
        sent(&page(&lines), Some(Press::Send)),
        "Thank you for applying."
    );
    for odd in [
        "",
        "....",
        "!!! ???",
        "\u{200d}\u{301}",
        "Thank",
        "a".repeat(100_000).as_str(),
    ] {
        assert_eq!(
            judge(&Before::default(), &page(odd), None),
            Verdict::Unknown
        );
    }
}
