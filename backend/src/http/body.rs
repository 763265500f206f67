//! JSON request bodies whose errors name the part that is wrong.

use foothold_shared::problem::FieldProblem;
use poem::http::{StatusCode, header};
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::registry::{MetaMediaType, MetaRequest, Registry};
use poem_openapi::types::Type;
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};
use serde::de::DeserializeOwned;

use super::Failure;
use super::poem_errors::malformed;

const JSON: &str = "application/json; charset=utf-8";

/// A JSON body. Text that is no JSON is a 400; a missing or mistyped part is a 422 that names it.
#[derive(Debug, Clone)]
pub struct Body<T>(pub T);

/// A JSON body that may be left out altogether; then it is the type's default.
#[derive(Debug, Clone)]
pub struct OptionalBody<T>(pub T);

impl<'a, T: Type + DeserializeOwned + Send> ApiExtractor<'a> for Body<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }

    fn request_meta() -> Option<MetaRequest> {
        Some(meta::<T>(true))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        if !is_json(request) {
            return Err(Failure::from_status(StatusCode::UNSUPPORTED_MEDIA_TYPE).into());
        }
        let bytes = <Vec<u8> as FromRequest>::from_request(request, body).await?;
        Ok(Self(parse(&bytes)?))
    }
}

impl<'a, T: Type + DeserializeOwned + Default + Send> ApiExtractor<'a> for OptionalBody<T> {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::RequestObject];

    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        T::register(registry);
    }

    fn request_meta() -> Option<MetaRequest> {
        Some(meta::<T>(false))
    }

    async fn from_request(
        request: &'a Request,
        body: &mut RequestBody,
        options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        if request.header(header::CONTENT_TYPE).is_some() {
            return Body::from_request(request, body, options)
                .await
                .map(|Body(value)| Self(value));
        }
        if <Vec<u8> as FromRequest>::from_request(request, body)
            .await?
            .is_empty()
        {
            return Ok(Self(T::default()));
        }
        Err(Failure::from_status(StatusCode::UNSUPPORTED_MEDIA_TYPE).into())
    }
}

fn meta<T: Type>(required: bool) -> MetaRequest {
    MetaRequest {
        description: None,
        content: vec![MetaMediaType {
            content_type: JSON,
            schema: T::schema_ref(),
        }],
        required,
    }
}

/// `application/json` or `application/*+json`, with any parameters.
fn is_json(request: &Request) -> bool {
    let essence = request
        .content_type()
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    essence == "application/json"
        || (essence.starts_with("application/") && essence.ends_with("+json"))
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> std::result::Result<T, Failure> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let inner = error.inner();
        if inner.is_data() {
            wrong_part(&error.path().to_string(), inner)
        } else {
            malformed(&format!(
                "no valid JSON at line {}, column {}",
                inner.line(),
                inner.column()
            ))
        }
    })?;
    json.end()
        .map_err(|_| malformed("something follows the JSON value"))?;
    Ok(value)
}

/// Names the part. The message repeats nothing of the value: it may be personal.
fn wrong_part(path: &str, error: &serde_json::Error) -> Failure {
    let said = error.to_string();
    let missing = said
        .strip_prefix("missing field `")
        .and_then(|rest| rest.split('`').next());
    let (field, code, message) = match missing {
        Some(name) if path == "." => (name.to_owned(), "missing", "This part is missing."),
        Some(name) => (format!("{path}.{name}"), "missing", "This part is missing."),
        None => (
            path.to_owned(),
            "wrong_type",
            "This part has the wrong type or value.",
        ),
    };
    Failure::invalid(vec![FieldProblem {
        field,
        code: code.to_owned(),
        message: message.to_owned(),
    }])
}

#[cfg(test)]
mod tests {
    use foothold_shared::account::LoginRequest;
    use foothold_shared::profile::Profile;

    use super::*;

    fn said<T: DeserializeOwned>(text: &str) -> String {
        let failure = parse::<T>(text.as_bytes()).err().expect("is refused");
        format!("{failure:?}")
    }

    #[test]
    fn a_wrong_part_is_named_by_its_path_and_its_value_is_not_repeated() {
        let said = said::<Profile>(r#"{"work":[{},{"title":77001}]}"#);
        assert!(
            said.contains("work[1].title") && said.contains("wrong_type"),
            "{said}"
        );
        assert!(!said.contains("77001"), "{said}");
    }

    #[test]
    fn a_missing_part_is_named() {
        assert!(said::<LoginRequest>(r#"{"email":"a@b.example"}"#).contains("password"));
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        for text in ["", "{", "nonsense", "{} {}", "\u{feff}{}"] {
            let said = said::<Profile>(text);
            assert!(said.contains("malformed_request"), "{said}");
        }
    }

    #[test]
    fn deep_nesting_is_refused() {
        let said = said::<serde_json::Value>(&"[".repeat(10_000));
        assert!(said.contains("malformed_request"), "{said}");
    }
}
