//! A derived stretch inside a file that people write.

/// `text` with what stands between the lines `<!-- NAME:begin -->` and `<!-- NAME:end -->` replaced by `inside`, which
/// ends in a line break. `None` when the marks are missing.
pub(crate) fn replace(text: &str, name: &str, inside: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {name}:begin -->\n"), format!("<!-- {name}:end -->"));
    let start = text.find(&begin)? + begin.len();
    let stop = start + text.get(start..)?.find(&end)?;
    Some(format!("{}{inside}{}", text.get(..start)?, text.get(stop..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_inside_changes() {
        let text = "a\n<!-- x:begin -->\nold\n<!-- x:end -->\nb\n";
        assert_eq!(replace(text, "x", "new\n").unwrap(), "a\n<!-- x:begin -->\nnew\n<!-- x:end -->\nb\n");
        assert_eq!(replace(text, "y", "new\n"), None);
    }
}
