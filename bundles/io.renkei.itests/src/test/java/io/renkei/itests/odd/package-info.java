/** Classes of bundles that tests deploy; nothing else may use them. */
package io.renkei.itests.odd;
