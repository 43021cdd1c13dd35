package io.renkei.connector.sftp.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.osgi.util.converter.Converters;

/** A configuration with quick times. */
final class TestConfig {

    private TestConfig() {}

    static Map<String, Object> of(int port, String fingerprint, Path keyFile) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("destination", "e-tax");
        keys.put("host", "127.0.0.1");
        keys.put("port", port);
        keys.put("host.keys", fingerprint);
        keys.put("user", TestServer.USER);
        keys.put("key.file", keyFile.toString());
        keys.put("folder", "out");
        keys.put("settle.millis", 0);
        keys.put("connect.timeout.millis", 2_000);
        keys.put("response.timeout.millis", 2_000);
        return keys;
    }

    static SftpConfig config(Map<String, ?> keys) {
        return Converters.standardConverter().convert(keys).to(SftpConfig.class);
    }
}
