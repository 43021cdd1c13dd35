/**
 * Attribute linkage (属性連携). {@link io.renkei.linkage.internal.SiteBook} knows the sites, {@link
 * io.renkei.linkage.internal.KernelLinks} ties accounts to them, {@link io.renkei.linkage.internal.KernelHandovers} leads one request for
 * data from asking to fetching, {@link io.renkei.linkage.internal.KernelDelegations} knows who may act for whom. Nothing is cached but
 * the files of sites: each question reads the database, so that a revocation counts at once on every node.
 */
package io.renkei.linkage.internal;
