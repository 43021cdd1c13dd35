/** What an operator does to a running gateway, done under load and measured: connectors replaced, settings changed. */
package io.renkei.tools.operate;
