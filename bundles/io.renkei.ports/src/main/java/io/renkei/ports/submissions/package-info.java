/**
 * Submissions whose data stays with the company (企業が自ら保管するデータの提出記録). A company records what lies in its own store
 * and who may refer to it; the gateway tells the agencies, fetches an object for one that asks and may have it, and keeps
 * an access record (参照記録) of every reference, the refused and the failed ones too.
 *
 * <p>One {@link io.renkei.ports.submissions.SubmissionRecord} has 1 to 50 procedures, 1 to 100 objects and 1 to 50
 * permissions, one for each destination. It never changes but for permissions that are revoked. Its number, its objects'
 * digests and its permissions never change places.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.submissions;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
