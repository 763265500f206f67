//! Putting the server together: secrets, database, features, routes.
//!
//! A new feature is added in four places here: its service in [`App`], its API in `Api` and
//! `App::api`, its sealed columns in [`SEALED`], and what it cannot do without in the probes.
//! What must not happen here: decisions of a feature.

mod chores;

use std::sync::{Arc, LazyLock};

use bytes::Bytes;
use poem::endpoint::BoxEndpoint;
use poem::middleware::Compression;
use poem::{EndpointExt, Route};
use secrecy::ExposeSecret;

use crate::adapters::boards::Boards;
use crate::adapters::fetch::{
    Allowed, GuardedFetch, NoFetch, SystemLookup, SystemPause, WrongAllowed,
};
use crate::adapters::mail::{Mail, NoMail, SmtpMail};
use crate::adapters::objects::{Objects, OpenObjectsError, open_objects};
use crate::chance::{Chance, SystemChance};
use crate::clock::{Clock, SystemClock};
use crate::config::{Config, KeyError, Secrets};
use crate::crypto::{Keyring, SealedColumn};
use crate::db::{ConnectError, Db};
use crate::features::accounts::{self, Accounts, AccountsApi};
use crate::features::answers::{self, Answers, AnswersApi};
use crate::features::applications::{self, Applications, ApplicationsApi};
use crate::features::companies::{Companies, CompaniesApi};
use crate::features::documents::{self, Documents, DocumentsApi, Shelves};
use crate::features::imports::{Imports, ImportsApi};
use crate::features::jobs::{
    self, BoardKeys, JobCollectionsApi, Jobs, JobsApi, SavedSearches, SavedSearchesApi,
};
use crate::features::matches::{self, Matches, MatchesApi};
use crate::features::model_use::{
    ModelEndpoint, ModelUseApi, Models, embedding_endpoint, endpoints,
};
use crate::features::notifications::{
    self, MailLinksApi, Notifications, NotificationsApi, Outlets,
};
use crate::features::postings::{Postings, PostingsApi};
use crate::features::profiles::{self, Profiles, ProfilesApi};
use crate::features::receipts::{self, Receipts, ReceiptsApi};
use crate::features::reports::{Reports, ReportsApi};
use crate::features::resumes::{self, Inspector, Resumes, ResumesApi};
use crate::features::suggestions::{Suggestions, SuggestionsApi};
use crate::http::{
    Cookies, DocsPage, Edge, Guarded, Portal, Probe, RateLimits, Without, describe, docs, document,
    healthz, problems, readyz,
};
use crate::ids::{Ids, TimedIds};
use crate::probes::{DatabaseProbe, ObjectsProbe};

/// The OpenAPI document; it is the same for every server.
static DOCUMENT: LazyLock<Bytes> =
    LazyLock::new(|| describe(Without::<Api>::default()).spec().into());
/// The page that shows it.
static DOCS: LazyLock<DocsPage> = LazyLock::new(|| {
    let html = describe(Without::<Api>::default()).swagger_ui_html();
    DocsPage::of(&html)
});

/// Every operation under `/api/v1`.
type Api = Guarded<(
    AccountsApi,
    ProfilesApi,
    ResumesApi,
    SuggestionsApi,
    ImportsApi,
    ReceiptsApi,
    AnswersApi,
    ApplicationsApi,
    (JobsApi, JobCollectionsApi, CompaniesApi),
    (SavedSearchesApi, NotificationsApi, MailLinksApi),
    MatchesApi,
    PostingsApi,
    ModelUseApi,
    (DocumentsApi, ReportsApi),
)>;

/// Every column that holds sealed values, for the rotation of keys.
pub const SEALED: &[&[SealedColumn]] = &[
    accounts::SEALED,
    profiles::SEALED,
    resumes::SEALED,
    receipts::SEALED,
    answers::SEALED,
    applications::SEALED,
    documents::SEALED,
    jobs::SEALED,
    matches::SEALED,
    notifications::SEALED,
];

/// Time, ids and chance: what tests replace.
#[derive(Debug, Clone)]
pub struct Outside {
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// New identifiers.
    pub ids: Arc<dyn Ids>,
    /// Random bytes.
    pub chance: Arc<dyn Chance>,
}

impl Outside {
    /// The real ones.
    #[must_use]
    pub fn system() -> Self {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let chance: Arc<dyn Chance> = Arc::new(SystemChance);
        let ids = Arc::new(TimedIds::new(Arc::clone(&clock), Arc::clone(&chance)));
        Self { clock, ids, chance }
    }
}

/// Why the server could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum OpenAppError {
    /// The secrets.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The database.
    #[error(transparent)]
    Database(#[from] ConnectError),
    /// The schema.
    #[error("the database could not be brought up to date: {0}")]
    Migrate(#[from] crate::db::MigrateError),
    /// The place for files.
    #[error("storage.url: {0}")]
    Objects(#[from] OpenObjectsError),
    /// The language models.
    #[error("model: {0}")]
    Models(#[from] crate::adapters::language_model::NoClient),
    /// A private host that boards may be on.
    #[error("boards.private_hosts: {0}")]
    PrivateHosts(#[from] WrongAllowed),
    /// A private host that webhooks may be at.
    #[error("alerts.private_hosts: {0}")]
    WebhookHosts(#[source] WrongAllowed),
    /// The mail server.
    #[error(transparent)]
    Mail(#[from] NoMail),
    /// The client that asks boards.
    #[error(transparent)]
    Fetch(#[from] NoFetch),
    /// The program that looks into uploads, which is this one.
    #[error("the server's own program cannot be found: {0}")]
    Inspector(#[source] std::io::Error),
}

/// The server, ready to serve.
#[derive(Debug, Clone)]
pub struct App {
    config: Arc<Config>,
    outside: Outside,
    db: Db,
    keyring: Keyring,
    accounts: Accounts,
    profiles: Profiles,
    resumes: Resumes,
    receipts: Receipts,
    answers: Answers,
    applications: Applications,
    jobs: Jobs,
    matches: Matches,
    models: Models,
    notifications: Notifications,
    objects: Arc<dyn Objects>,
}

impl App {
    /// Reads the secrets, opens the database, brings it up to date, and makes the services.
    ///
    /// # Errors
    /// See [`OpenAppError`].
    pub async fn open(config: Config, outside: Outside) -> Result<Self, OpenAppError> {
        let secrets = Secrets::load(&config, outside.chance.as_ref())?;
        let keyring = Keyring::new(&secrets.active, &secrets.ring, Arc::clone(&outside.chance))
            .ok_or_else(|| {
                KeyError::Wrong("keys.active".to_owned(), "must name a key in keys.ring")
            })?;
        let db = Db::connect(
            config.database.url.expose_secret(),
            config.database.max_connections,
        )
        .await?;
        db.migrate().await?;
        let accounts = Accounts::new(
            db.clone(),
            outside.clone(),
            keyring.clone(),
            &secrets,
            config.accounts.clone(),
        );
        let clock = Arc::clone(&outside.clock);
        let profiles = Profiles::new(db.clone(), keyring.clone(), Arc::clone(&clock));
        let receipts = Receipts::new(db.clone(), keyring.clone(), Arc::clone(&clock));
        let answers = Answers::new(db.clone(), keyring.clone(), Arc::clone(&clock));
        let applications = Applications::new(db.clone(), keyring.clone(), Arc::clone(&clock));
        let fetch = GuardedFetch::new(
            Allowed::read(&config.boards.private_hosts)?,
            Arc::new(SystemLookup),
            Arc::clone(&clock),
        )?;
        let boards = Boards::new(
            Arc::new(fetch),
            Arc::clone(&clock),
            Arc::clone(&outside.chance),
            Arc::new(SystemPause),
        );
        let jobs = Jobs::new(
            db.clone(),
            keyring.clone(),
            Arc::clone(&clock),
            Arc::clone(&outside.ids),
            boards,
        )
        .with_keys(BoardKeys::of(&config.boards));
        let models = Models::new(
            db.clone(),
            Arc::clone(&clock),
            Arc::clone(&outside.ids),
            &config.model,
            endpoints(&config.model)?,
        )
        .with_embedding(embedding_endpoint(&config.model.embedding)?);
        let matches = Matches::new(
            db.clone(),
            keyring.clone(),
            Arc::clone(&clock),
            Arc::clone(&outside.ids),
            jobs.clone(),
            profiles.clone(),
        )
        .with_second_looks(models.clone(), config.model.second_looks)
        .with_embeddings(models.clone(), &config.model.embedding);
        let notifications = Notifications::new(
            db.clone(),
            keyring.clone(),
            outside.clone(),
            accounts.clone(),
            &secrets,
            outlets(&config, Arc::clone(&clock))?,
        );
        let objects = open_objects(&config.storage.url, &config.storage.options)?;
        let resumes = Resumes::new(
            db.clone(),
            keyring.clone(),
            Arc::clone(&objects),
            Inspector::this_program().map_err(OpenAppError::Inspector)?,
            clock,
            Arc::clone(&outside.ids),
        )
        .with_models(models.clone());
        Ok(Self {
            config: Arc::new(config),
            outside,
            db,
            keyring,
            accounts,
            profiles,
            resumes,
            receipts,
            answers,
            applications,
            jobs,
            matches,
            models,
            notifications,
            objects,
        })
    }

    /// The same server with its files elsewhere; for tests.
    #[must_use]
    pub fn with_objects(mut self, objects: Arc<dyn Objects>) -> Self {
        self.resumes = self.resumes.with_objects(Arc::clone(&objects));
        self.objects = objects;
        self
    }

    /// The same server with another program that looks into uploads; for tests, which are not the
    /// server's program.
    #[must_use]
    pub fn with_inspector(mut self, inspector: Inspector) -> Self {
        self.resumes = self.resumes.with_inspector(inspector);
        self
    }

    /// The same server with other language models; for tests.
    #[must_use]
    pub fn with_models(mut self, endpoints: Vec<ModelEndpoint>) -> Self {
        self.models = self.models.with_endpoints(endpoints);
        let most = self.config.model.second_looks;
        self.matches = self.matches.with_second_looks(self.models.clone(), most);
        self.resumes = self.resumes.with_models(self.models.clone());
        self
    }

    /// The language models.
    #[must_use]
    pub fn models(&self) -> &Models {
        &self.models
    }

    /// The résumés.
    #[must_use]
    pub fn resumes(&self) -> &Resumes {
        &self.resumes
    }

    /// The jobs.
    #[must_use]
    pub fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    /// The matches.
    #[must_use]
    pub fn matches(&self) -> &Matches {
        &self.matches
    }

    /// What people are told.
    #[must_use]
    pub fn notifications(&self) -> &Notifications {
        &self.notifications
    }

    /// The searches that people saved.
    #[must_use]
    pub fn saved_searches(&self) -> SavedSearches {
        SavedSearches::new(
            self.db.clone(),
            self.keyring.clone(),
            Arc::clone(&self.outside.clock),
            self.notifications.clone(),
            self.jobs.clone(),
        )
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// The keys that seal personal data.
    #[must_use]
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// The accounts.
    #[must_use]
    pub fn accounts(&self) -> &Accounts {
        &self.accounts
    }

    /// Made when asked for: tests replace the résumés' parts.
    fn suggestions(&self) -> Suggestions {
        let (clock, ids) = (&self.outside.clock, &self.outside.ids);
        Suggestions::new(
            self.resumes.clone(),
            self.profiles.clone(),
            Arc::clone(clock),
            Arc::clone(ids),
        )
    }

    /// The documents; made when asked for, as tests replace parts.
    #[must_use]
    pub fn documents(&self) -> Documents {
        let shelves = Shelves {
            db: self.db.clone(),
            keyring: self.keyring.clone(),
            objects: Arc::clone(&self.objects),
        };
        Documents::new(
            shelves,
            Arc::clone(&self.outside.clock),
            Arc::clone(&self.outside.ids),
            self.profiles.clone(),
            self.resumes.clone(),
            self.models.clone(),
        )
        .with_known_postings(Arc::new(self.jobs.clone()))
    }

    fn api(&self) -> Api {
        let cookies = Cookies {
            secure: self.config.server.is_https(),
        };
        Guarded((
            AccountsApi::new(self.accounts.clone(), cookies),
            ProfilesApi::new(self.profiles.clone()),
            ResumesApi::new(self.resumes.clone()),
            SuggestionsApi::new(self.suggestions()),
            ImportsApi::new(Imports::new(
                self.resumes.inspector().clone(),
                self.suggestions(),
                self.profiles.clone(),
            )),
            ReceiptsApi::new(self.receipts.clone()),
            AnswersApi::new(self.answers.clone()),
            ApplicationsApi::new(self.applications.clone(), self.matches.clone()),
            (
                JobsApi::new(self.jobs.clone()),
                JobCollectionsApi::new(self.jobs.clone()),
                CompaniesApi::new(Companies::new(
                    self.jobs.clone(),
                    self.applications.clone(),
                    self.matches.clone(),
                )),
            ),
            (
                SavedSearchesApi::new(self.saved_searches()),
                NotificationsApi::new(self.notifications.clone()),
                MailLinksApi::new(self.notifications.clone()),
            ),
            MatchesApi::new(self.matches.clone(), self.applications.clone()),
            PostingsApi::new(Postings::new(
                self.matches.clone(),
                self.jobs.clone(),
                self.applications.clone(),
                self.profiles.clone(),
                Arc::clone(&self.outside.clock),
            )),
            ModelUseApi::new(self.models.clone()),
            (
                self.documents().api(),
                ReportsApi::new(Reports::new(
                    self.documents(),
                    self.resumes.clone(),
                    self.profiles.clone(),
                    self.receipts.clone(),
                    Arc::clone(&self.outside.clock),
                )),
            ),
        ))
    }

    fn probes(&self) -> Vec<Arc<dyn Probe>> {
        vec![
            Arc::new(DatabaseProbe(self.db.clone())),
            Arc::new(ObjectsProbe(Arc::clone(&self.objects))),
        ]
    }

    /// Everything the server answers.
    #[must_use]
    pub fn endpoint(&self) -> BoxEndpoint<'static> {
        self.endpoint_with(Route::new())
    }

    /// Everything the server answers, and `more` routes within the same edge; for tests of the
    /// edge itself.
    #[must_use]
    pub fn endpoint_with(&self, more: Route) -> BoxEndpoint<'static> {
        let server = &self.config.server;
        let service = describe(self.api());
        let routes = more
            .at("/api/v1/openapi.json", document(|| DOCUMENT.clone()))
            .nest_no_strip("/api/v1", Route::new().nest("/api/v1", service))
            .at("/docs", docs(|| &DOCS).with(Compression::new()))
            .at("/docs/problems", problems())
            .at("/healthz", healthz())
            .at("/readyz", readyz(self.probes()))
            .nest_no_strip("/", Portal::new(server.portal_dir.clone()))
            .data(self.accounts.clone());
        let rates = RateLimits::new(server, Arc::clone(&self.outside.clock));
        Edge::new(
            routes,
            Arc::new(rates),
            Arc::clone(&self.outside.ids),
            server,
        )
        .boxed()
    }
}

/// By which ways people are told.
fn outlets(config: &Config, clock: Arc<dyn Clock>) -> Result<Outlets, OpenAppError> {
    let mail: Option<Arc<dyn Mail>> = if config.mail.is_set() {
        Some(Arc::new(SmtpMail::new(
            &config.mail.smtp_url,
            &config.mail.from,
        )?))
    } else {
        None
    };
    let allowed =
        Allowed::read(&config.alerts.private_hosts).map_err(OpenAppError::WebhookHosts)?;
    Ok(Outlets {
        mail,
        webhooks: Arc::new(GuardedFetch::new(allowed, Arc::new(SystemLookup), clock)?),
        public_url: config.server.public_url.trim_end_matches('/').to_owned(),
    })
}

/// The OpenAPI document, made without a server.
#[must_use]
pub fn openapi() -> String {
    let mut document = describe(Without::<Api>::default()).spec();
    document.push('\n');
    document
}
