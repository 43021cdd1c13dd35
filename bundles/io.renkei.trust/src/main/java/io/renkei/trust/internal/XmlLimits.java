package io.renkei.trust.internal;

/**
 * What a document may be at most.
 *
 * @param bytes of the whole document
 * @param depth of nested elements
 * @param attributes of one element, namespace declarations included
 * @param nodes of the whole document, attributes included
 */
record XmlLimits(int bytes, int depth, int attributes, int nodes) {

    static final XmlLimits DEFAULT = new XmlLimits(50 * 1024 * 1024, 64, 64, 1_000_000);

    XmlLimits {
        if (bytes < 1 || depth < 1 || attributes < 1 || nodes < 1) {
            throw new IllegalArgumentException(
                    "document.max.bytes, .depth, .attributes and .nodes are at least 1; correct io.renkei.trust.cfg");
        }
    }
}
