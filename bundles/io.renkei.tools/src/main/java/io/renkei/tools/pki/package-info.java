/**
 * The keys and certificates of a sandbox, made on first start and never part of an archive. A real installation brings
 * its own: each file here is named by a setting.
 */
package io.renkei.tools.pki;
