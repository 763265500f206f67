//! Every word of the forms and pages in the three languages. A key that is missing is shown as it is.

use crate::jobs::Lang;
use std::collections::BTreeMap;

/// The word for a key.
pub(crate) fn word(lang: Lang, key: &str) -> &'static str {
    WORDS
        .iter()
        .find(|row| row.0 == key)
        .map_or("", |row| pick(row, lang))
}

/// All words, for the page's script.
pub(crate) fn all(lang: Lang) -> BTreeMap<&'static str, &'static str> {
    WORDS.iter().map(|row| (row.0, pick(row, lang))).collect()
}

fn pick(row: &Row, lang: Lang) -> &'static str {
    match lang {
        Lang::En => row.1,
        Lang::De => row.2,
        Lang::Fr => row.3,
    }
}

type Row = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const WORDS: &[Row] = &[
    ("about_you", "About you", "Zu Ihrer Person", "Vos coordonnées"),
    ("accepted_types", "Accepted file types", "Mögliche Dateitypen", "Formats acceptés"),
    ("add", "Add", "Hinzufügen", "Ajouter"),
    ("add_another", "Add Another", "Weitere hinzufügen", "Ajouter un autre"),
    ("additional_information", "Additional information", "Weitere Angaben", "Informations complémentaires"),
    ("address", "Address", "Anschrift", "Adresse"),
    ("address_line1", "Address Line 1", "Straße und Hausnummer", "Adresse, ligne 1"),
    ("analyzing", "Analyzing résumé…", "Lebenslauf wird gelesen…", "Analyse du CV…"),
    ("analyzed", "Read", "Gelesen", "Lu"),
    ("application_questions", "Application Questions", "Fragen zur Bewerbung", "Questions de candidature"),
    ("apply", "Apply", "Bewerben", "Postuler"),
    ("apply_for_this_job", "Apply for this job", "Auf diese Stelle bewerben", "Postuler à cette offre"),
    ("attach", "Attach", "Anhängen", "Joindre"),
    ("attach_resume", "Attach résumé/CV", "Lebenslauf anhängen", "Joindre le CV"),
    ("autofill_from_resume", "Fill in from a résumé", "Aus Lebenslauf ausfüllen", "Remplir à partir du CV"),
    ("autofill_note", "Upload your résumé here to fill key fields.", "Laden Sie hier Ihren Lebenslauf hoch, um Felder vorab auszufüllen.", "Déposez votre CV ici pour préremplir les champs."),
    ("available_from", "When can you start?", "Ab wann könnten Sie anfangen?", "À partir de quand êtes-vous disponible ?"),
    ("attached_file", "Attached file", "Angehängte Datei", "Fichier joint"),
    ("attach_files_note", "Choose a file and press Attach. Attached files are listed here.", "Wählen Sie eine Datei und drücken Sie auf Anhängen. Angehängte Dateien stehen hier.", "Choisissez un fichier puis appuyez sur Joindre. Les fichiers joints apparaissent ici."),
    ("back", "Back", "Zurück", "Retour"),
    ("back_to_job", "Back to the job", "Zurück zur Stelle", "Retour à l’offre"),
    ("captcha", "Please tick so that we know you are human", "Bitte bestätigen Sie, dass Sie kein Roboter sind", "Merci de confirmer que vous êtes humain"),
    ("city", "City", "Ort", "Ville"),
    ("company", "Company", "Firma", "Entreprise"),
    ("confirmation", "Your confirmation number", "Ihre Bestätigungsnummer", "Votre numéro de confirmation"),
    ("contact", "Contact", "Kontakt", "Contact"),
    ("cookies_note", "This stand-in sets no cookies. The switches are here so that a form filler can be seen leaving them alone.", "Diese Übungsseite setzt keine Cookies. Die Schalter sind da, damit man sieht, dass ein Ausfüllprogramm sie in Ruhe lässt.", "Ce site d’essai ne dépose aucun cookie. Ces choix servent à vérifier qu’un remplisseur n’y touche pas."),
    ("cookies_analytics", "Analytics cookies", "Analyse-Cookies", "Cookies d’analyse"),
    ("cookies_marketing", "Marketing cookies", "Marketing-Cookies", "Cookies marketing"),
    ("cookies_save", "Save choices", "Auswahl speichern", "Enregistrer"),
    ("country", "Country", "Land", "Pays"),
    ("cover_letter", "Cover Letter", "Anschreiben", "Lettre de motivation"),
    ("current_company", "Current company", "Aktueller Arbeitgeber", "Entreprise actuelle"),
    ("current_location", "Current location", "Aktueller Wohnort", "Lieu de résidence actuel"),
    ("currently_work_here", "I currently work here", "Ich arbeite derzeit hier", "J’y travaille actuellement"),
    ("date_format", "MM/DD/YYYY", "TT.MM.JJJJ", "JJ/MM/AAAA"),
    ("date_signed", "Date", "Datum", "Date"),
    ("day", "Day", "Tag", "Jour"),
    ("deg_bachelor", "Bachelor's Degree", "Bachelor", "Licence (Bachelor)"),
    ("deg_doctorate", "Doctorate", "Promotion", "Doctorat"),
    ("deg_master", "Master's Degree", "Master", "Master"),
    ("deg_secondary", "High School Diploma", "Abitur", "Baccalauréat"),
    ("deg_vocational", "Vocational Training", "Berufsausbildung", "Formation professionnelle"),
    ("degree", "Degree", "Abschluss", "Diplôme"),
    ("delete", "Delete", "Löschen", "Supprimer"),
    ("disability", "Disability Status", "Behinderung", "Handicap"),
    ("disability_title", "Voluntary Self-Identification of Disability", "Freiwillige Angabe zu einer Behinderung", "Déclaration volontaire de handicap"),
    ("documents", "Documents", "Unterlagen", "Documents"),
    ("drop_files", "Drop files here to upload", "Dateien hier ablegen", "Déposez vos fichiers ici"),
    ("drop_here", "Drop file here", "Datei hier ablegen", "Déposer le fichier ici"),
    ("earliest_start", "Earliest start date", "Frühestmöglicher Eintrittstermin", "Date de début au plus tôt"),
    ("education", "Education", "Ausbildung", "Formation"),
    ("email", "Email", "E-Mail-Adresse", "Adresse e-mail"),
    ("employment_contract", "Contract", "Befristet", "Mission"),
    ("employment_full_time", "Full time", "Vollzeit", "Temps plein"),
    ("employment_internship", "Internship", "Praktikum", "Stage"),
    ("employment_part_time", "Part time", "Teilzeit", "Temps partiel"),
    ("end_date", "End Date", "Enddatum", "Date de fin"),
    ("enter_manually", "Enter manually", "Von Hand eingeben", "Saisir à la main"),
    ("err_date", "Enter a date as YYYY-MM-DD.", "Geben Sie ein Datum als JJJJ-MM-TT an.", "Indiquez une date au format AAAA-MM-JJ."),
    ("err_email", "Enter a valid e-mail address.", "Geben Sie eine gültige E-Mail-Adresse ein.", "Indiquez une adresse e-mail valide."),
    ("err_file_big", "This file is larger than 5 MB.", "Diese Datei ist größer als 5 MB.", "Ce fichier dépasse 5 Mo."),
    ("err_file_empty", "This file is empty.", "Diese Datei ist leer.", "Ce fichier est vide."),
    ("err_file_type", "This file type is not accepted.", "Dieser Dateityp wird nicht angenommen.", "Ce format de fichier n’est pas accepté."),
    ("err_long", "This answer is too long.", "Diese Antwort ist zu lang.", "Cette réponse est trop longue."),
    ("err_number", "Enter a number.", "Geben Sie eine Zahl ein.", "Indiquez un nombre."),
    ("err_option", "Choose one of the options.", "Wählen Sie eine der Möglichkeiten.", "Choisissez une des options."),
    ("err_required", "This field is required.", "Bitte füllen Sie dieses Feld aus.", "Ce champ est obligatoire."),
    ("err_send", "The application could not be sent. Please try again.", "Die Bewerbung konnte nicht gesendet werden. Bitte versuchen Sie es noch einmal.", "La candidature n’a pas pu être envoyée. Veuillez réessayer."),
    ("err_summary", "Please check the marked fields.", "Bitte prüfen Sie die markierten Felder.", "Veuillez vérifier les champs signalés."),
    ("err_url", "Enter a full address, such as https://example.org.", "Geben Sie eine vollständige Adresse an, etwa https://example.org.", "Indiquez une adresse complète, par exemple https://example.org."),
    ("family_name", "Last Name", "Nachname", "Nom"),
    ("field_of_study", "Field of Study", "Studienfach", "Domaine d’études"),
    ("first_name", "First Name", "Vorname", "Prénom"),
    ("first_year", "From (year)", "Von (Jahr)", "De (année)"),
    ("from", "From", "Von", "De"),
    ("full_name", "Full name", "Vollständiger Name", "Nom complet"),
    ("gender", "Gender", "Geschlecht", "Genre"),
    ("github_url", "GitHub URL", "GitHub-Adresse", "URL GitHub"),
    ("given_name", "First Name", "Vorname", "Prénom"),
    ("headline", "Headline", "Kurzprofil", "Accroche"),
    ("hispanic", "Are you Hispanic/Latino?", "Are you Hispanic/Latino?", "Are you Hispanic/Latino?"),
    ("how_heard", "How Did You Hear About Us?", "Wie haben Sie von uns erfahren?", "Comment nous avez-vous connus ?"),
    ("job_title", "Job Title", "Berufsbezeichnung", "Intitulé du poste"),
    ("keep_consent", "Yes, keep my details for other jobs and contact me about them", "Ja, behalten Sie meine Angaben und schreiben Sie mir zu anderen Stellen", "Oui, conservez mes données et contactez-moi pour d’autres postes"),
    ("landline", "Landline", "Festnetz", "Fixe"),
    ("last_name", "Last Name", "Nachname", "Nom"),
    ("last_year", "To (year)", "Bis (Jahr)", "À (année)"),
    ("legal_name", "Legal Name", "Name", "Nom légal"),
    ("linkedin_profile", "LinkedIn Profile", "LinkedIn-Profil", "Profil LinkedIn"),
    ("linkedin_url", "LinkedIn URL", "LinkedIn-Adresse", "URL LinkedIn"),
    ("links", "Links", "Links", "Liens"),
    ("loading", "Loading…", "Wird geladen…", "Chargement…"),
    ("location", "Location", "Wohnort", "Lieu"),
    ("location_city", "Location (City)", "Wohnort", "Lieu (ville)"),
    ("message", "Your message to us", "Ihre Nachricht an uns", "Votre message"),
    ("mobile", "Mobile", "Mobil", "Mobile"),
    ("month", "Month", "Monat", "Mois"),
    ("my_experience", "My Experience", "Mein Werdegang", "Mon parcours"),
    ("my_information", "My Information", "Meine Angaben", "Mes informations"),
    ("newsletter", "Send me new jobs by e-mail", "Neue Stellen per E-Mail erhalten", "Recevoir les nouvelles offres par e-mail"),
    ("next", "Save and Continue", "Speichern und weiter", "Enregistrer et continuer"),
    ("no", "No", "Nein", "Non"),
    ("no_options", "No options", "Keine Treffer", "Aucun résultat"),
    ("notice_period", "Notice period", "Kündigungsfrist", "Préavis"),
    ("phone", "Phone", "Telefonnummer", "Téléphone"),
    ("phone_code", "Country Phone Code", "Ländervorwahl", "Indicatif du pays"),
    ("phone_extension", "Phone Extension", "Durchwahl", "Poste"),
    ("phone_number", "Phone Number", "Telefonnummer", "Numéro de téléphone"),
    ("phone_type", "Phone Device Type", "Art des Telefons", "Type de téléphone"),
    ("portfolio_url", "Portfolio URL", "Portfolio-Adresse", "URL du portfolio"),
    ("postal_code", "Postal Code", "Postleitzahl", "Code postal"),
    ("powered", "A local stand-in for trying out form fillers. Nothing leaves this computer; company and job are invented.", "Eine Übungsseite auf diesem Rechner. Nichts wird verschickt; Firma und Stelle sind erfunden.", "Un site d’essai local. Rien ne quitte cet ordinateur ; l’entreprise et l’offre sont inventées."),
    ("preferred_name", "Preferred First Name", "Rufname", "Prénom d’usage"),
    ("previous_worker", "Have you previously worked for this company?", "Haben Sie schon einmal für dieses Unternehmen gearbeitet?", "Avez-vous déjà travaillé pour cette entreprise ?"),
    ("privacy_consent", "I have read the privacy notice and agree to the processing of my data", "Ich habe die Datenschutzhinweise gelesen und stimme der Verarbeitung meiner Daten zu", "J’ai lu la politique de confidentialité et j’accepte le traitement de mes données"),
    ("profile", "Profile", "Profil", "Profil"),
    ("questions", "Questions", "Fragen", "Questions"),
    ("race", "Race", "Race", "Race"),
    ("remote_full", "Remote", "Remote", "Télétravail"),
    ("remote_hybrid", "Hybrid", "Hybrid", "Hybride"),
    ("remote_no", "On site", "Vor Ort", "Sur site"),
    ("remove_file", "Remove file", "Datei entfernen", "Retirer le fichier"),
    ("required_note", "indicates a required field", "Pflichtfeld", "champ obligatoire"),
    ("resume", "Resume/CV", "Lebenslauf", "CV"),
    ("review", "Review", "Überprüfen", "Vérification"),
    ("role_description", "Role Description", "Aufgaben", "Description du poste"),
    ("salary", "Salary expectation", "Gehaltsvorstellung", "Prétentions salariales"),
    ("salary_hour", "an hour", "pro Stunde", "par heure"),
    ("salary_month", "a month", "pro Monat", "par mois"),
    ("salary_year", "a year", "pro Jahr", "par an"),
    ("school", "School or University", "Schule oder Hochschule", "École ou université"),
    ("search", "Search", "Suchen", "Rechercher"),
    ("search_jobs", "Search jobs", "Stellen suchen", "Rechercher une offre"),
    ("select", "Select...", "Auswählen...", "Sélectionner..."),
    ("select_file", "Select file", "Datei auswählen", "Choisir un fichier"),
    ("select_one", "Select One", "Bitte auswählen", "Sélectionner"),
    ("self_identify", "Self Identify", "Selbstauskunft", "Auto-identification"),
    ("skills", "Skills", "Kenntnisse", "Compétences"),
    ("skills_add", "Type to Add Skills", "Kenntnisse hinzufügen", "Ajouter des compétences"),
    ("source_board", "Job board", "Stellenbörse", "Site d’emploi"),
    ("source_event", "Event", "Veranstaltung", "Événement"),
    ("source_friend", "Friend or colleague", "Bekannte", "Connaissance"),
    ("source_website", "Company website", "Firmenwebsite", "Site de l’entreprise"),
    ("start_date", "Start Date", "Startdatum", "Date de début"),
    ("start_typing", "Start typing...", "Tippen Sie los...", "Commencez à taper..."),
    ("state", "State", "Bundesland", "Région"),
    ("street", "Street and house number", "Straße und Hausnummer", "Adresse"),
    ("submit", "Submit application", "Bewerbung absenden", "Envoyer la candidature"),
    ("submit_short", "Submit", "Absenden", "Envoyer"),
    ("submit_your_application", "Submit your application", "Ihre Bewerbung", "Votre candidature"),
    ("success", "Success", "Fertig", "Terminé"),
    ("summary", "Summary", "Zusammenfassung", "Résumé"),
    ("terms", "Terms and Conditions", "Bedingungen", "Conditions"),
    ("terms_consent", "Yes, I have read and consent to the terms and conditions", "Ja, ich habe die Bedingungen gelesen und stimme ihnen zu", "Oui, j’ai lu et j’accepte les conditions"),
    ("thanks_text", "Your application is stored on this computer, in the stand-in's data folder. No employer has seen it.", "Ihre Bewerbung liegt auf diesem Rechner, im Datenordner der Übungsseite. Kein Arbeitgeber hat sie gesehen.", "Votre candidature est conservée sur cet ordinateur, dans le dossier du site d’essai. Aucun employeur ne l’a vue."),
    ("thanks_title", "Thank you for applying", "Danke für Ihre Bewerbung", "Merci pour votre candidature"),
    ("to", "To", "Bis", "À"),
    ("toggle", "Toggle flyout", "Toggle flyout", "Toggle flyout"),
    ("type_here", "Type here...", "Hier eingeben...", "Saisissez ici..."),
    ("upload_a_file", "Upload a file (5 MB max)", "Datei hochladen (höchstens 5 MB)", "Déposer un fichier (5 Mo maximum)"),
    ("upload_file", "Upload File", "Datei hochladen", "Déposer un fichier"),
    ("veteran", "Veteran Status", "Veteran Status", "Veteran Status"),
    ("voluntary_disclosures", "Voluntary Disclosures", "Freiwillige Angaben", "Informations volontaires"),
    ("voluntary_note", "Answering is voluntary and has no effect on your application.", "Die Angaben sind freiwillig und ohne Einfluss auf Ihre Bewerbung.", "Ces réponses sont facultatives et sans effet sur votre candidature."),
    ("voluntary_self_identification", "Voluntary Self-Identification", "Freiwillige Selbstauskunft", "Auto-identification volontaire"),
    ("website", "Website", "Website", "Site web"),
    ("work_experience", "Work Experience", "Berufserfahrung", "Expérience professionnelle"),
    ("year", "Year", "Jahr", "Année"),
    ("yes", "Yes", "Ja", "Oui"),
    ("your_application", "Your application", "Ihre Bewerbung", "Votre candidature"),
    ("your_name", "Name", "Name", "Nom"),
];

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn keys_are_sorted_enough_to_be_unique() {
        let mut keys: Vec<_> = WORDS.iter().map(|row| row.0).collect();
        keys.sort_unstable();
        let before = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), before, "a key stands twice");
        assert!(
            WORDS
                .iter()
                .all(|row| !row.1.is_empty() && !row.2.is_empty() && !row.3.is_empty())
        );
    }
}
