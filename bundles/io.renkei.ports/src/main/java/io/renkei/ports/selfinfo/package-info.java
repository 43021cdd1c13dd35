/**
 * Self-information (自己情報): what agencies hold about a person, asked for item by item. Questions are asynchronous: a handle, and
 * answers that come in one by one. An agency is asked by its own linkage code, never by the individual number (番号法21条の2).
 *
 * <p>{@link io.renkei.ports.selfinfo.SelfInformation} is for whoever asks, {@link io.renkei.ports.selfinfo.PersonProofs} for whoever signs a
 * person in; the stores are for the kernel behind them and for operators.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.selfinfo;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
