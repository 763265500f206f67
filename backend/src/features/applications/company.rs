//! What a person sent to one company before.
//!
//! Companies are sealed, so the applications are opened one after the other; each person has few.

use foothold_boards::company_key;
use foothold_shared::application::ApplicationView;

use super::service::{ApplicationError, Applications};
use super::store;
use crate::ids::AccountId;
use crate::paging::After;

/// How many applications are looked through, the last sent first.
const LOOKED: i64 = 5_000;
const AT_A_TIME: i64 = 250;

impl Applications {
    /// The applications to a company, the last sent first, at most `most`. Its name is the same with and without its
    /// legal form ("Crumb & Crust GmbH", "Crumb and Crust").
    pub(crate) async fn to_company(
        &self,
        account: &AccountId,
        company: &str,
        most: usize,
    ) -> Result<Vec<ApplicationView>, ApplicationError> {
        let wanted = company_key(company);
        let mut found = Vec::new();
        if wanted.is_empty() {
            return Ok(found);
        }
        let mut after: Option<After> = None;
        let mut looked = 0;
        while looked < LOOKED {
            let mut held = self.db.read().await?;
            let conn = &mut held.conn();
            let rows = store::list(conn, account, None, after.as_ref(), AT_A_TIME).await?;
            drop(held);
            for row in &rows {
                let view = match self.open(account, row) {
                    Ok(view) => view,
                    // One that does not open must not hide the others.
                    Err(ApplicationError::Closed(_) | ApplicationError::Unknown) => continue,
                    Err(error) => return Err(error),
                };
                let name = view.application.company.as_deref().unwrap_or_default();
                if company_key(name) == wanted {
                    found.push(view);
                    if found.len() == most {
                        return Ok(found);
                    }
                }
            }
            looked += AT_A_TIME;
            after = rows
                .last()
                .map(|last| After::new(last.submitted_at_ms, &last.application_id));
            if rows.len() < usize::try_from(AT_A_TIME).unwrap_or(usize::MAX) {
                break;
            }
        }
        Ok(found)
    }
}
