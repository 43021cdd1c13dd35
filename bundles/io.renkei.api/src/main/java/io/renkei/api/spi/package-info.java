/**
 * What a connector implements and what it may use. Small capability interfaces, so that a new capability is a minor
 * change. Connectors write no error handlers, no lifecycle code and no queue names; a refusal by a business rule is a
 * value, a technical failure is {@link io.renkei.api.spi.TransientFailure} or {@link
 * io.renkei.api.spi.PermanentFailure}, and anything else that is thrown counts as an unknown outcome.
 */
@Version("0.6.0")
@Export
package io.renkei.api.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
