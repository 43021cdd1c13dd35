/**
 * Reads a ZIP so that no two readers can see two things in it. {@link io.renkei.format.zip.internal.EndRecord} places the
 * directory, Apache Commons Compress reads it, {@link io.renkei.format.zip.internal.LocalHeader} compares each entry with
 * its own header, and the entries have to fill the file from its first byte to the directory without gap or overlap
 * ({@link io.renkei.format.zip.internal.Layout}). Only then is anything decompressed, and never more than was announced
 * and bounded. The form is that of PKWARE's APPNOTE 6.3, sections 4.3 and 4.4, without ZIP64, encryption and volumes.
 */
package io.renkei.format.zip.internal;
