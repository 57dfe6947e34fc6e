//! Lists of words, and the patterns that are made of them when first asked for.

use std::sync::{Arc, OnceLock};

/// Lists to which a workspace may add its own.
pub(super) trait Lists {
    fn extend(&mut self, more: Self);
}

/// Declares a struct of lists of words, as a section of the vocabulary has them.
macro_rules! lists {
    ($(#[$about:meta])* $name:ident { $($(#[$of:meta])* $list:ident,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub(super) struct $name {
            $($(#[$of])* $list: Vec<String>,)*
        }

        impl $crate::vocabulary::made::Lists for $name {
            fn extend(&mut self, more: Self) {
                $(self.$list.extend(more.$list.into_iter().filter(|word| !word.is_empty()));)*
            }
        }
    };
}
pub(super) use lists;

/// Words with their patterns, which all copies share.
#[derive(Debug)]
pub(super) struct Made<W, P> {
    pub(super) words: W,
    patterns: Arc<OnceLock<P>>,
}

impl<W: Default, P> Default for Made<W, P> {
    fn default() -> Self {
        Made { words: W::default(), patterns: Arc::default() }
    }
}

impl<W: Clone, P> Clone for Made<W, P> {
    fn clone(&self) -> Self {
        Made { words: self.words.clone(), patterns: Arc::clone(&self.patterns) }
    }
}

impl<W: Lists, P> Made<W, P> {
    pub(super) fn add(&mut self, more: W) {
        self.words.extend(more);
        self.patterns = Arc::default();
    }
}

impl<W, P: for<'w> From<&'w W>> Made<W, P> {
    pub(super) fn patterns(&self) -> &P {
        self.patterns.get_or_init(|| P::from(&self.words))
    }
}
