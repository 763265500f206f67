//! Words that titles of job pages are made of, in eight languages: data of [`super::meta`].

/// Folded segments of a title that say what kind of page it is.
pub(crate) const PAGE_WORDS: &str = "application|apply|apply now|apply online|job application|application form|jobs|job|job details|job description|job opening|job openings|job board|job posting|job advert|job advertisement|job vacancy|careers|career|career site|\
    career page|careers page|career opportunities|open positions|vacancies|vacancy|join us|join our team|we are hiring|hiring|home|bewerbung|bewerben|bewerbungsformular|jobboerse|\
    jetzt bewerben|stellenangebot|stellenangebote|stellenanzeige|karriere|karriereseite|jobangebot|jobborse|offene stellen|candidature|postuler|offre d emploi|offres d emploi|emploi|emplois|\
    recrutement|carriere|carrieres|solicitud|empleo|oferta de empleo|ofertas de empleo|trabaja con nosotros|candidatura|candidati|offerta di lavoro|lavora con noi|lavoro|carriera|sollicitatie|\
    solliciteren|vacature|vacatures|werken bij|carriere|vaga|vagas|vagas de emprego|emprego|trabalhe conosco|aplikuj|oferta pracy|oferty pracy|praca|kariera|einfach bewerben|easy apply|my experience|sign in|login";

/// Beginnings before a role.
pub(crate) const BEFORE_ROLE: &[&str] = &[
    "job application for ",
    "application for the position of ",
    "application for ",
    "apply for the position of ",
    "apply for ",
    "apply now for ",
    "apply now: ",
    "apply: ",
    "job: ",
    "job opening: ",
    "we are hiring: ",
    "hiring: ",
    "now hiring: ",
    "bewerbung als ",
    "bewerbung für ",
    "bewerbung: ",
    "jetzt bewerben als ",
    "jetzt bewerben: ",
    "bewerben als ",
    "stellenangebot: ",
    "stellenanzeige: ",
    "job als ",
    "postuler à ",
    "postuler au poste de ",
    "postuler : ",
    "candidature pour le poste de ",
    "candidature pour ",
    "candidature : ",
    "candidature - ",
    "offre d'emploi : ",
    "offre d'emploi ",
    "offre d’emploi ",
    "solicitud para ",
    "solicitud: ",
    "inscribirse en ",
    "oferta de empleo: ",
    "oferta de empleo ",
    "empleo de ",
    "candidati per ",
    "candidatura per ",
    "offerta di lavoro: ",
    "offerta di lavoro ",
    "solliciteren als ",
    "solliciteer als ",
    "solliciteer op ",
    "vacature: ",
    "vacature ",
    "candidatura para ",
    "candidate-se a ",
    "vaga de ",
    "vaga: ",
    "vaga para ",
    "aplikuj na ",
    "oferta pracy: ",
    "oferta pracy ",
    "praca: ",
];

/// Beginnings before a company.
pub(crate) const BEFORE_COMPANY: &[&str] = &[
    "jobs at ",
    "careers at ",
    "career at ",
    "working at ",
    "work at ",
    "jobs bei ",
    "karriere bei ",
    "stellenangebote bei ",
    "postes à ",
    "postes chez ",
    "emplois chez ",
    "offres d'emploi chez ",
    "carrières chez ",
    "empleos en ",
    "ofertas en ",
    "trabaja en ",
    "lavora in ",
    "lavora con ",
    "lavora per ",
    "vacatures bij ",
    "werken bij ",
    "vagas na ",
    "vagas em ",
    "kariera w ",
    "praca w ",
    "join ",
];

/// Words between a role and its company.
pub(crate) const AT: &[&str] = &[
    " @ ", " at ", " bei ", " chez ", " presso ", " bij ", " hos ",
];

/// What parts the segments of a title.
pub(crate) const SEPARATORS: &[&str] = &[
    " - ", " – ", " — ", " | ", " · ", " • ", " :: ", " » ", " › ", " ‒ ", " // ",
];

/// Words between a company and the role it is looking for.
pub(crate) const HIRING: &[&str] = &[
    " is hiring a ",
    " is hiring an ",
    " is hiring ",
    " hiring ",
    " is looking for a ",
    " is looking for an ",
    " is looking for ",
    " recrute un ",
    " recrute une ",
    " recrute ",
    " sucht ",
    " busca ",
    " zoekt een ",
    " zoekt ",
    " szuka ",
];
