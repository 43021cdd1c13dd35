/** A linked site on the SDK for relying parties, as the simulated sites and the demos are. */
package io.renkei.sandbox.sites;
