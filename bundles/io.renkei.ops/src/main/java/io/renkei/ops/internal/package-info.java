/**
 * What operators ask, as plain classes over the ports: each question ends in one {@link
 * io.renkei.ops.internal.Answer}, which prints itself as tables for a person (times in Japan) or as one JSON document
 * for a program (times in ISO 8601). The shell commands over them stand in {@code command}. Nothing here shows a
 * person's data: numbers, codes, states and times only.
 */
package io.renkei.ops.internal;
