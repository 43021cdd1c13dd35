/** {@code ./renkei demo}: one application from its submission to the last notice, as a partner sees it. */
package io.renkei.tools.demo;
