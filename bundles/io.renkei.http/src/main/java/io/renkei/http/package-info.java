/**
 * HTTP for connectors, where one question decides about everything: did anything of the request leave?
 *
 * <p>A {@link io.renkei.http.ConnectorHttp} belongs to one instance of a connector and makes its {@linkplain
 * io.renkei.http.ConnectorHttp.Client clients}. A failure before the first byte of the request, and only that, is {@link
 * io.renkei.http.NotSent}; whatever else fails may have arrived. Each call ends within connect and response timeout
 * together, its answer included. {@link io.renkei.http.HttpDispatch} is the part of a dispatch route that does not depend
 * on the destination, {@link io.renkei.http.HttpReply} an answer, {@link io.renkei.http.Probe} answers a breaker, {@link io.renkei.http.RetryAfter} and {@link
 * io.renkei.http.NamedHeaders} read and guard headers, {@link io.renkei.http.HttpSettings} and {@link
 * io.renkei.http.SettingsCheck} read a configuration.
 *
 * <p>What a destination says, and what it means, is for its connector to know. Nothing here does.
 */
@Version("1.1.0")
@Export
package io.renkei.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
