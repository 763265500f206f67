//! Accounts, sessions and connected devices.

use super::send::Call;
use super::{Answer, Api};
use foothold_shared::account::{
    AccountView, DeviceToken, LoginRequest, NewDevice, OpenSession, RegisterRequest, SessionKind,
    SessionView,
};

impl Api {
    /// Makes an account and signs in.
    pub(crate) async fn register(self, email: String, password: String) -> Answer<AccountView> {
        let request = RegisterRequest {
            email,
            password,
            session: SessionKind::Cookie,
        };
        let call = Call::new("POST", "/register").json(&request);
        let session: SessionView = self.call_signed_out(call).await?.json().await?;
        Ok(session.account)
    }

    /// Signs in.
    pub(crate) async fn login(self, email: String, password: String) -> Answer<AccountView> {
        let request = LoginRequest {
            email,
            password,
            session: SessionKind::Cookie,
        };
        let call = Call::new("POST", "/login").json(&request);
        let session: SessionView = self.call_signed_out(call).await?.json().await?;
        Ok(session.account)
    }

    /// Ends this session on the server.
    pub(crate) async fn logout(self) -> Answer<()> {
        self.call(Call::new("POST", "/logout")).await.map(drop)
    }

    /// Who is signed in.
    pub(crate) async fn me(self) -> Answer<AccountView> {
        self.call(Call::get("/me")).await?.json().await
    }

    /// Connected devices and open sessions.
    pub(crate) async fn sessions(self) -> Answer<Vec<OpenSession>> {
        self.call(Call::get("/me/sessions")).await?.json().await
    }

    /// Ends a session or disconnects a device.
    pub(crate) async fn end_session(self, session_id: &str) -> Answer<()> {
        let call = Call::new("DELETE", format!("/me/sessions/{session_id}"));
        self.call(call).await.map(drop)
    }

    /// Connects a device; the token is shown once.
    pub(crate) async fn connect_device(self, name: String) -> Answer<DeviceToken> {
        let call = Call::new("POST", "/me/devices").json(&NewDevice { name });
        self.call(call).await?.json().await
    }
}
