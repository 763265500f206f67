//! What stands in the head of a job and is neither a title nor a company: years at home, "same company", a department.
//!
//! What must not happen here: a job that is passed over because its title sounds like a break.

use crate::fold::fold_words;
use foothold_core::company::has_form;

/// "Apprentice – same company": the one of the job above.
pub(super) fn is_the_same(company: &str) -> bool {
    const SAME: [&str; 14] = [
        "same company",
        "same employer",
        "same firm",
        "same place",
        "ebenda",
        "gleiche firma",
        "gleicher betrieb",
        "gleiches unternehmen",
        "meme entreprise",
        "meme employeur",
        "misma empresa",
        "stessa azienda",
        "zelfde bedrijf",
        "ta sama firma",
    ];
    let folded = fold_words(company);
    let bare = folded
        .strip_prefix("the ")
        .or(folded.strip_prefix("la "))
        .unwrap_or(&folded);
    SAME.contains(&bare)
}

/// "Elternzeit", "Career break": a time that is told among jobs and was none.
pub(super) fn is_leave(title: Option<&str>, company: Option<&str>) -> bool {
    const LEAVES: &[&str] = &[
        "elternzeit",
        "erziehungszeit",
        "mutterschutz",
        "babypause",
        "sabbatical",
        "sabbatjahr",
        "arbeitssuchend",
        "arbeitsuchend",
        "berufliche auszeit",
        "berufliche neuorientierung",
        "parental leave",
        "maternity leave",
        "paternity leave",
        "family leave",
        "career break",
        "conge parental",
        "conge maternite",
        "conge sabbatique",
        "recherche d emploi",
        "excedencia",
        "baja maternal",
        "baja por maternidad",
        "congedo parentale",
        "maternita",
        "ouderschapsverlof",
        "zwangerschapsverlof",
        "licenca maternidade",
        "licenca de maternidade",
        "urlop macierzynski",
        "urlop wychowawczy",
        "at home with",
        "full time care of",
        "full time parent",
        "stay at home",
        "looking after family",
        "raising children",
        "pflege von angehorigen",
        "angehorigenpflege",
        "pflegezeit",
        "kindererziehung",
        "familienphase",
        "familienzeit",
        "mere au foyer",
        "pere au foyer",
        "gap year",
        "weltreise",
    ];
    let said = match (title, company) {
        (Some(said), None) | (None, Some(said)) => said,
        _ => return false,
    };
    let folded = fold_words(said.split(['(', ',']).next().unwrap_or(said));
    LEAVES
        .iter()
        .any(|leave| folded == *leave || folded.starts_with(&format!("{leave} ")))
}

/// Whether a text begins with a part of a company: "Acute Medical Unit", "Abteilung Einkauf, Werk Nord".
pub(super) fn is_department(text: &str) -> bool {
    const LAST: [&str; 9] = [
        "unit",
        "department",
        "dept",
        "ward",
        "team",
        "division",
        "abteilung",
        "station",
        "afdeling",
    ];
    const FIRST: [&str; 6] = [
        "abteilung ",
        "service de ",
        "service des ",
        "departamento ",
        "reparto ",
        "dzial ",
    ];
    let named = text.split(", ").next().unwrap_or(text);
    let folded = fold_words(named);
    let ends_so = folded
        .rsplit_once(' ')
        .is_some_and(|(_, last)| LAST.contains(&last));
    (ends_so || FIRST.iter().any(|first| folded.starts_with(first))) && !has_form(named)
}
