/**
 * How adapters call one other system in the gateway's name, such as the portal, a delivery service, a company's store or an
 * agency: {@link io.renkei.ports.outgoing.HttpsCaller} calls, {@link io.renkei.ports.outgoing.Teller} tells events until told. Connectors call
 * ministries over {@code io.renkei.http}, which knows whether anything of a request was sent.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.outgoing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
