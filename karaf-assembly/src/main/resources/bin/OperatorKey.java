import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Set;

/**
 * Makes the operator's key on first start, so that the console needs no account with a password. Run as {@code java
 * OperatorKey.java <etc folder>}: writes {@code operator.key} (PKCS #8, readable by its owner only) and {@code
 * keys.properties} (its public half in the form of RFC 4253 section 6.6). A key that is there is left alone.
 */
public final class OperatorKey {

    private static final int BITS = 3072;

    private OperatorKey() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path etc = Path.of(arguments[0]);
        Path key = etc.resolve("operator.key");
        if (Files.exists(key)) {
            return;
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        String operator = Base64.getEncoder().encodeToString(sshForm((RSAPublicKey) pair.getPublic()));
        Files.writeString(
                etc.resolve("keys.properties"),
                "# Who may come in by key, and as what. Made on first start; add further operators below.\n"
                        + "operator = " + operator + ",_g_:admingroup\n"
                        + "_g_\\:admingroup = group,admin,manager,viewer,systembundles,ssh\n");
        writePrivately(key, pem(pair.getPrivate().getEncoded()));
    }

    private static void writePrivately(Path file, String text) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, owner)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private static String pem(byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }

    private static byte[] sshForm(RSAPublicKey key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (byte[] part : new byte[][] {
            "ssh-rsa".getBytes(StandardCharsets.US_ASCII), key.getPublicExponent().toByteArray(), key.getModulus().toByteArray()
        }) {
            out.writeInt(part.length);
            out.write(part);
        }
        return bytes.toByteArray();
    }
}
