//! Requests from the popup and the options page: each to the one place that answers it.

use super::{fill, jump, marks, receipts, session, settings, standing, sync, tailor, watch};
use crate::browser::tasks::spawn;
use crate::messages::{Reply, Request, Response};

/// Answers a request.
pub(crate) async fn answer(request: Request) -> Reply {
    Ok(match request {
        Request::Status => Response::Status(sync::status().await),
        Request::Look { tab, wish } => Response::Look(fill::look(tab, wish).await?),
        Request::Fill { tab, wish } => {
            let view = fill::fill(tab, wish).await?;
            // The person need not wait for the watch.
            spawn(watch::begin(tab));
            Response::Filled(view)
        }
        Request::LastFill { tab } => Response::LastFill(watch::last(tab).await?),
        Request::Undo { tab, fields } => {
            let view = fill::undo(tab, fields).await?;
            Response::Filled(watch::with_submission(tab, view).await)
        }
        Request::Sent { tab } => Response::Filled(watch::sent(tab).await?),
        Request::Corrections { tab } => Response::Corrections(watch::corrections(tab).await),
        Request::Remember {
            tab,
            correction,
            keep_days,
        } => Response::Corrections(watch::take(tab, correction, Some(keep_days)).await?),
        Request::ForgetCorrection { tab, correction } => {
            Response::Corrections(watch::take(tab, correction, None).await?)
        }
        Request::Reveal { tab, at } => {
            fill::reveal(tab, at).await?;
            Response::Done
        }
        Request::Sync { older_than_ms } => {
            sync::sync(older_than_ms).await;
            Response::Status(sync::status().await)
        }
        Request::Connect { server, token } => {
            session::connect(&server, &token).await?;
            sync::sync(0).await;
            Response::Status(sync::status().await)
        }
        Request::Disconnect => {
            session::disconnect().await?;
            Response::Status(sync::status().await)
        }
        Request::ListReceipts => Response::Receipts(receipts::list().await?),
        Request::FindReceipt { receipt_id } => {
            Response::Receipt(receipts::find(&receipt_id).await?)
        }
        Request::ExportReceipts => Response::Export(receipts::export().await?),
        Request::ClearReceipts => {
            receipts::clear().await?;
            Response::Receipts(receipts::list().await?)
        }
        Request::Standing { tab } => Response::Standing(standing::of(tab).await?),
        Request::SaveJob { tab, save } => Response::Standing(standing::save(tab, save).await?),
        Request::Tailor { tab, change } => Response::Tailored(tailor::tailor(tab, change).await?),
        Request::CancelTailor { tab } => {
            tailor::cancel(tab);
            Response::Done
        }
        Request::AttachTailored { tab, attach } => {
            Response::Tailored(tailor::set_attach(tab, attach).await?)
        }
        Request::AttachedFile { tab, file } => Response::File(tailor::file(tab, &file).await?),
        Request::ResumeFile => Response::File(sync::resume_file().await?),
        Request::Next { tab } => Response::Next(jump::next(tab).await?),
        Request::Open { tab } => Response::Open(jump::open(tab).await?),
        Request::Marks { tab, show } => Response::Marks(marks::set(tab, show).await?),
        Request::Settings => Response::Settings(settings::find().await),
        Request::UpdateSettings { settings } => {
            settings::update(settings).await?;
            Response::Settings(settings::find().await)
        }
    })
}
