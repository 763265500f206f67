//! Whether a page says that its job cannot be applied for any more, in eight languages: data and look-up.
//!
//! What must not happen here: a condition read as a fact ("until the position has been filled"), or a notice about
//! something else ("your session has expired") read as one about the job.

use std::sync::LazyLock;

use crate::page::TextBlock;

use super::fold::{clip, fold, tidy};
use super::phrases::Phrases;

/// The longest text that is still a notice.
const MAX_NOTICE: usize = 260;

/// Folded phrases that are said of jobs only, `|` between.
static ALONE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "no longer accepting applications|no longer accepting applicants|not accepting applications|no longer taking applications|\
    not currently accepting applications|applications are closed|applications are now closed|applications have closed|applications closed|application period has ended|\
    closed to applications|closed for applications|closed to new applicants|job not found|position filled|vacancy closed|job closed|job expired|\
    bewerbungsfrist ist abgelaufen|bewerbungsfrist abgelaufen|bewerbungsphase ist beendet|keine bewerbungen mehr|bewerbung ist nicht mehr moglich|bewerbungen sind nicht mehr moglich|\
    candidatures closes|candidatures sont closes|candidatures cloturees|candidatures sont cloturees|n accepte plus de candidatures|n accepte plus de candidature|offre expiree|offre pourvue|poste pourvu|offre cloturee|\
    ya no admite inscripciones|no admite inscripciones|no admite mas inscripciones|ya no acepta candidaturas|inscripciones cerradas|oferta cerrada|oferta caducada|vacante cubierta|vacante cerrada|\
    annuncio scaduto|offerta scaduta|candidature chiuse|candidature sono chiuse|non e piu possibile candidarsi|non accetta piu candidature|posizione chiusa|\
    solliciteren is niet meer mogelijk|niet meer solliciteren|niet langer solliciteren|vacature gesloten|vacature vervuld|vacature verlopen|vacature is gesloten|vacature is vervuld|vacature is verlopen|\
    nao aceita mais candidaturas|inscricoes encerradas|candidaturas encerradas|vaga encerrada|vaga preenchida|vaga expirada|\
    oferta archiwalna|oferta nieaktualna|oferta wygasla|ogloszenie wygaslo|ogloszenie nieaktualne|ogloszenie archiwalne|rekrutacja zakonczona|nie przyjmujemy juz aplikacji",
    )
});

/// Folded phrases that say so only beside a word for the job.
static BESIDE_A_JOB: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "no longer available|no longer open|no longer active|no longer exists|no longer online|no longer live|no longer advertised|has been filled|has already been filled|is already filled|is filled|\
    has expired|is expired|has been closed|has closed|is closed|is now closed|has been removed|has been taken down|has been withdrawn|has been cancelled|has ended|is not available anymore|isn t available anymore|is unavailable|\
    nicht mehr verfugbar|nicht mehr online|nicht mehr aktiv|nicht mehr aktuell|nicht mehr vakant|nicht mehr offen|nicht mehr ausgeschrieben|bereits besetzt|wurde besetzt|ist besetzt|schon besetzt|bereits vergeben|ist abgelaufen|\
    wurde deaktiviert|wurde geschlossen|ist geschlossen|wurde archiviert|ist archiviert|nicht langer verfugbar|\
    n est plus disponible|n est plus en ligne|n est plus active|n est plus ouvert|n est plus ouverte|n est plus d actualite|n est plus a pourvoir|a expire|est expiree|est pourvu|est pourvue|a ete pourvu|a ete pourvue|deja pourvu|deja pourvue|\
    est cloturee|a ete cloturee|est fermee|est archivee|a ete retiree|a ete supprimee|\
    ya no esta disponible|ya no esta activa|ya no esta abierta|ya no esta abierto|no esta disponible|ha caducado|ha expirado|esta cerrada|esta cerrado|ha finalizado|ha sido cerrada|ha sido cubierta|ha sido cubierto|ya esta cubierta|ya esta cubierto|\
    non e piu disponibile|non e piu attiva|non e piu attivo|non e piu online|non e piu aperta|e scaduto|e scaduta|e stata chiusa|e stato chiuso|e chiusa|e chiuso|e stata coperta|e gia stata coperta|e stato rimosso|e stata rimossa|\
    niet meer beschikbaar|niet langer beschikbaar|niet meer open|niet meer actief|niet meer online|is gesloten|is vervuld|is inmiddels vervuld|is al vervuld|is ingevuld|is al ingevuld|is verlopen|is verwijderd|staat niet meer open|\
    nao esta mais disponivel|ja nao esta disponivel|nao esta disponivel|foi encerrada|esta encerrada|ja foi encerrada|expirou|foi preenchida|ja foi preenchida|foi removida|\
    wygasla|wygaslo|jest nieaktualna|jest juz nieaktualna|jest nieaktualne|zostala zakonczona|zostalo zakonczone|jest zakonczona|nie jest juz dostepna|nie jest juz dostepne|nie jest juz aktualna|nie jest aktywna|jest nieaktywna|jest juz nieaktywna|zostala usunieta",
    )
});

/// Folded words for a job and its advertisement.
static JOBS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "job|jobs|position|role|vacancy|posting|post|advert|advertisement|opening|opportunity|listing|requisition|recruitment|\
    stelle|stellenanzeige|stellenangebot|stellenausschreibung|position|anzeige|vakanz|ausschreibung|inserat|jobangebot|\
    offre|poste|annonce|recrutement|emploi|oferta|vacante|puesto|empleo|anuncio|proceso|\
    annuncio|offerta|posizione|selezione|ricerca|vacature|functie|baan|stageplaats|vaga|posicao|processo|ogloszenie|rekrutacja|stanowisko|praca",
    )
});

/// Folded words before a phrase that make it a condition or a prospect.
static CONDITIONS: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "if|when|once|until|till|after|unless|before|whether|may|might|should|in case|as soon as|\
    falls|wenn|sobald|bis|sollte|nachdem|si|lorsque|quand|jusqu|des que|une fois|cuando|hasta|en cuanto|una vez|\
    se|quando|fino|finche|qualora|als|indien|zodra|totdat|tot|wanneer|caso|ate|assim que|jesli|gdy|dopoki|do czasu|po",
    )
});

/// Folded words of notices about something else.
static OTHERWISE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(
        "session|sitzung|sesion|sessione|sessie|sessao|sesja|link|password|passwort|token|cookie|cookies|browser|javascript|account|konto",
    )
});

/// The notice, as the page words it.
pub(crate) fn find(blocks: &[&TextBlock]) -> Option<String> {
    blocks
        .iter()
        .filter(|block| !matches!(block.tag.as_str(), "label" | "legend" | "option"))
        .find(|block| is_notice(&block.text))
        .map(|block| tidy(clip(&block.text, MAX_NOTICE)))
}

/// Whether a short text says that the job is over.
pub(crate) fn is_notice(text: &str) -> bool {
    if text.len() > MAX_NOTICE {
        return false;
    }
    let folded = fold(text);
    let words = folded.split(' ').collect::<Vec<_>>();
    let said = |phrases: &Phrases| {
        phrases
            .matches(&words)
            .iter()
            .any(|found| !CONDITIONS.any(&words[..found.from]))
    };
    (said(&ALONE) || (said(&BESIDE_A_JOB) && JOBS.any(&words))) && !OTHERWISE.any(&words)
}

#[cfg(test)]
mod tests {
    use super::is_notice;

    #[test]
    fn notices_in_eight_languages() {
        for text in [
            "No longer accepting applications",
            "This job is no longer available.",
            "Sorry, this position has been filled. See our other openings.",
            "This job has expired",
            "Diese Stelle ist leider bereits besetzt.",
            "Die Bewerbungsfrist ist abgelaufen.",
            "Cette offre n'est plus disponible",
            "Le poste a été pourvu.",
            "Esta oferta ya no está disponible",
            "Vacante cubierta",
            "Questo annuncio è scaduto",
            "Deze vacature is niet meer beschikbaar",
            "Esta vaga foi encerrada",
            "Inscrições encerradas",
            "Ta oferta wygasła",
            "Rekrutacja zakończona",
        ] {
            assert!(is_notice(text), "{text}");
        }
    }

    #[test]
    fn conditions_and_other_notices_are_none() {
        for text in [
            "Open until the position has been filled",
            "We will consider applicants until the post is filled.",
            "If this job is no longer available, you will be told.",
            "Your session has expired. Please go back to the job.",
            "The shop is closed on Mondays.",
            "Wir melden uns, sobald die Stelle besetzt ist.",
            "Once the role has been filled we delete your data.",
            "Applications close on 3 December 2026",
            "You own the closed loop of a job queue",
            "",
        ] {
            assert!(!is_notice(text), "{text}");
        }
    }
}
