/**
 * The shell commands of scope {@code renkei}, found by the header {@code Karaf-Commands}. Each takes its arguments, finds
 * its services and asks a class of {@code io.renkei.ops.internal}. Every service is optional: the shell would register
 * none of the commands while one service of one of them is missing, which is when operators need them.
 */
package io.renkei.ops.internal.command;
