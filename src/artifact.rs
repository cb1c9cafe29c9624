//! Finished files on their way out: what `render` makes and a sink takes. Knows no disk.

use std::error::Error;

use crate::url::OutPath;

/// One finished file of the site: where it goes below the output folder, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Where it goes.
    pub path: OutPath,
    /// The whole content.
    pub bytes: Vec<u8>,
}

/// Takes finished files, from several threads at once.
pub trait Sink: Sync {
    /// Takes one file.
    ///
    /// # Errors
    /// The sink's own reason; the whole build has failed then.
    fn put(&self, artifact: Artifact) -> Result<(), SinkError>;
}

/// Why a sink could not take a file.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct SinkError(pub Box<dyn Error + Send + Sync>);
