/** What the operating system and the JDK's tools tell of another Java process. Linux only where /proc is read. */
package io.renkei.tools.process;
