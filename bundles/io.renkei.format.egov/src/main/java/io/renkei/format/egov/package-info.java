/**
 * Writes what e-Gov takes and issues: the files of a case folder (構成管理XML, form, attachments) and official documents
 * (公文書). What is written is unsigned; the element to be sealed and the place of the signature are named by constants.
 * The element names are those of e-Gov; the two forms are our own skeletons, since the published lists name procedures
 * only.
 */
@Version("0.2.0")
@Export
package io.renkei.format.egov;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
