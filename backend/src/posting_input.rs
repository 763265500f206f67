//! A posting as a request carries it, for those that read it.

use foothold_core::posting::Given;
use foothold_shared::generation::PostingInput;

/// What a request says of a posting.
pub(crate) fn given(input: &PostingInput) -> Given<'_> {
    Given {
        url: &input.url,
        title: &input.title,
        company: &input.company,
        location: &input.location,
        language: &input.language,
        description: &input.description,
        page_text: &input.page_text,
    }
}
