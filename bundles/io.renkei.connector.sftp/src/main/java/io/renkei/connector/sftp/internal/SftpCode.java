package io.renkei.connector.sftp.internal;

import java.util.Arrays;

/** What can happen at an SFTP server, each with a sentence that says what to do. */
enum SftpCode {
    UNREACHABLE(
            "SFTP-001",
            "The SFTP server cannot be reached or does not answer in time; its files wait there and are taken by themselves. Check host, port and network if it lasts.",
            "SFTPサーバーに接続できないか、時間内に応答がありません。ファイルは相手側で待機し、自動的に受け取ります。続く場合はhost、port、ネットワークを確認してください。"),
    STRANGE_HOST(
            "SFTP-002",
            "The server shows a host key that is not configured; the login was not begun and nothing is taken. Ask the ministry over another way whether its key changed, and only then set host.keys.",
            "サーバーのホスト鍵が設定と一致しません。ログインせず、何も受け取っていません。鍵が変更されたかを別の経路で申請先に確認し、確認できた場合のみhost.keysを設定してください。"),
    NOT_LET_IN(
            "SFTP-003",
            "The server does not accept this gateway's user or key; nothing is taken. Have the public key of key.file installed at the server for the user.",
            "サーバーが本システムのユーザーまたは鍵を受け付けません。何も受け取っていません。key.fileの公開鍵をサーバーのユーザーに登録するよう依頼してください。"),
    NO_FOLDER(
            "SFTP-004",
            "The folder is not there, or this gateway may not read it and make done, refused and receipts in it; nothing is taken. Check folder, and ask the ministry for the rights.",
            "フォルダがないか、読み取りまたはdone・refused・receiptsの作成が許可されていません。何も受け取っていません。folderを確認し、権限を申請先に依頼してください。"),
    NOT_MOVED(
            "SFTP-005",
            "A file could not be moved away at the server, which is tried again; its document, if it was to be stored, is. Ask the ministry for the right to rename and to write if it lasts.",
            "サーバー上のファイルを移動できませんでした（受け取る文書は保存済みです）。自動的に再試行します。続く場合は改名と書込みの権限を申請先に依頼してください。"),
    TOO_MANY(
            "SFTP-006",
            "The folder has more entries than are read (list.max); the rest waits until there are fewer. Ask the ministry to clear the folder of what is no document, or raise list.max.",
            "フォルダの項目数がlist.maxを超えています。残りは減るまで待機します。文書以外の整理を申請先に依頼するか、list.maxを増やしてください。"),
    ODD_NAME(
            "SFTP-007",
            "The folder has files whose names are not taken: a slash, a backslash, a control character, broken UTF-8 or more than 200 characters. Ask the ministry to rename them.",
            "受け取れない名前のファイルがあります（区切り文字、制御文字、不正なUTF-8、200文字超）。改名を申請先に依頼してください。"),
    FILE_TOO_LARGE(
            "SFTP-010",
            "The file is larger than is taken and was not read. Divide it, or ask the operator of the gateway to raise the bound.",
            "ファイルが上限を超えているため受け取りませんでした。分割するか、上限の見直しを本システムの運用者に依頼してください。"),
    NOT_DELIVERED(
            "SFTP-011",
            "The gateway keeps the document in quarantine and delivers it to nobody, since its seal or what it says does not stand up to examination; the code says why. Ask the operator of the gateway, and leave a right document under a new name.",
            "署名または内容が検証に合格しなかったため、文書は隔離され、誰にも配信されません。理由はコードを参照してください。本システムの運用者に確認し、正しい文書を別の名前で置いてください。");

    private final String code;
    private final String sentence;
    private final String sentenceJa;

    SftpCode(String code, String sentence, String sentenceJa) {
        this.code = code;
        this.sentence = sentence;
        this.sentenceJa = sentenceJa;
    }

    /** @throws java.util.NoSuchElementException if it is none of these */
    static SftpCode of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }

    String sentenceJa() {
        return sentenceJa;
    }

    @Override
    public String toString() {
        return code;
    }
}
