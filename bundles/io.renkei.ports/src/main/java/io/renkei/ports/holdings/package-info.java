/**
 * What private delivery services hold for a person (民間送達サービス保有情報): a service is a linked site, and what it holds is
 * listed, opened one by one, or gathered as the {@link io.renkei.ports.holdings.BundleView bundle} of a year for the tax return.
 * Nothing comes out of here that the issuer did not sign. A {@link io.renkei.ports.holdings.Judgement judgement} stays as it was made,
 * and each fetch is a {@link io.renkei.ports.holdings.HoldingAccess record} that the person sees.
 */
@Version("0.1.0")
@Export
package io.renkei.ports.holdings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
