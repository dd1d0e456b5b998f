package org.gongkai.form.statutory;

import org.gongkai.form.Item;

/**
 * Table 四: disputes over disclosure. Cases may be about requests of earlier years.
 *
 * @param reconsideration administrative reconsideration
 * @param litigation administrative litigation; the form prints no total over its two kinds
 */
public record Disputes(
        @Item(zh = "行政复议", en = "Administrative reconsideration")
        DisputeResults reconsideration,

        @Item(zh = "行政诉讼", en = "Administrative litigation") Litigation litigation) {}
