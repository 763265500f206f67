//! What this process took of the machine, as Linux tells it; nothing elsewhere.

use std::fs;

/// Forgets the peak of memory until now.
pub(crate) fn forget_peak() {
    // Where that is not allowed, the peak is that of the whole run.
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// The most memory that was held at once, in mebibytes.
pub(crate) fn peak_mb() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kb: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kb / 1024.0)
}

/// The processor time of this process until now, in seconds.
pub(crate) fn cpu_seconds() -> Option<f64> {
    of(&fs::read_to_string("/proc/self/stat").ok()?)
}

/// The processor time of all processes of PostgreSQL, in seconds: what its writer and its helpers take.
pub(crate) fn postgres_cpu_seconds() -> Option<f64> {
    let mut sum = None;
    for process in fs::read_dir("/proc").ok()?.flatten() {
        let Ok(stat) = fs::read_to_string(process.path().join("stat")) else {
            continue;
        };
        if stat.contains("(postgres)") {
            sum = Some(sum.unwrap_or_default() + of(&stat).unwrap_or_default());
        }
    }
    sum
}

fn of(stat: &str) -> Option<f64> {
    const TICKS_A_SECOND: f64 = 100.0;
    // The name in brackets may hold spaces: what follows it is counted.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: f64 = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    Some(ticks / TICKS_A_SECOND)
}

/// The mean number of processes that wanted a processor in the last minute: others' work makes times longer.
pub(crate) fn load() -> Option<f64> {
    let load = fs::read_to_string("/proc/loadavg").ok()?;
    load.split_whitespace().next()?.parse().ok()
}
