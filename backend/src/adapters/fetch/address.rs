//! Which addresses are on the public internet.
//!
//! Sources: the special-purpose address registries of IANA (RFC 6890 and its successors).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is a machine on the public internet: not private, local, shared, reserved, a group, or a way to
/// one of those through a translation.
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !matches!(
        (a, b, c),
        // This network, private, loopback, link-local (cloud metadata among them).
        (0 | 10 | 127, _, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 168, _)
            // Shared by carriers, protocol assignments, documentation, 6to4 relays, benchmarks.
            | (100, 64..=127, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
            // Groups, reserved, broadcast.
            | (224..=255, _, _)
            // A cloud's own services under a public-looking address.
            | (168, 63, 129)
    )
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    if let Some(inner) = inner_v4(segments) {
        return is_public_v4(inner);
    }
    // Only 2000::/3 is given out to the public internet.
    let global = segments[0] & 0xe000 == 0x2000;
    let special = match segments {
        // Protocol assignments (Teredo and ORCHID among them), documentation.
        [0x2001, second, ..] => second < 0x0200 || second == 0x0db8,
        [0x3fff, second, ..] => second < 0x1000,
        // A cloud's metadata has a unique local address, which is not global anyway.
        _ => false,
    };
    global && !special
}

/// The IPv4 address within one of IPv6 that is only another way to it.
fn inner_v4(segments: [u16; 8]) -> Option<Ipv4Addr> {
    let of = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match segments {
        // Mapped, and the old "compatible" ones (`::` and `::1` are among them, as 0.0.0.0 and 0.0.0.1).
        [0, 0, 0, 0, 0, 0xffff | 0, high, low] => Some(of(high, low)),
        // Translated: `::ffff:0:a.b.c.d`, NAT64.
        [0, 0, 0, 0, 0xffff, 0, high, low] => Some(of(high, low)),
        [0x0064, 0xff9b, 0, 0, 0, 0, high, low] => Some(of(high, low)),
        // 6to4.
        [0x2002, high, low, ..] => Some(of(high, low)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(addresses: &[&str], expect: bool) {
        for address in addresses {
            let parsed = address.parse().expect("an address");
            assert_eq!(is_public(parsed), expect, "{address}");
        }
    }

    #[test]
    fn machines_of_the_public_internet() {
        check(
            &[
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "223.255.255.254",
                "2606:4700:4700::1111",
                "2001:4860:4860::8888",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
            ],
            true,
        );
    }

    #[test]
    fn everything_else() {
        check(
            &[
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            ],
            false,
        );
    }
}
