/** Figures for the README: cold start, memory, size. */
package io.renkei.tools.figures;
