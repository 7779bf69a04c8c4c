<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>ActionState</name>
    <message>
        <source>This deployment has no provider (LLM_MODE=none).</source>
        <translation>В этом развёртывании нет провайдера (LLM_MODE=none).</translation>
    </message>
    <message>
        <source>The provider runs elsewhere; Pilothouse only talks to it.</source>
        <translation>Провайдер работает не здесь; Pilothouse только обращается к нему.</translation>
    </message>
    <message>
        <source>The provider’s state is not known yet.</source>
        <translation>Состояние провайдера ещё не известно.</translation>
    </message>
    <message>
        <source>The provider is already running.</source>
        <translation>Провайдер уже работает.</translation>
    </message>
    <message>
        <source>The provider is not running.</source>
        <translation>Провайдер не работает.</translation>
    </message>
    <message>
        <source>The provider is being stopped.</source>
        <translation>Провайдер останавливается.</translation>
    </message>
    <message>
        <source>Someone else started this provider, so Pilothouse does not stop it.</source>
        <translation>Провайдер запущен не из Pilothouse, поэтому Pilothouse его не останавливает.</translation>
    </message>
    <message>
        <source>Wait until the provider has started or stopped.</source>
        <translation>Дождитесь, пока провайдер запустится или остановится.</translation>
    </message>
</context>
<context>
    <name>ApplyPlan</name>
    <message>
        <source>restart</source>
        <comment>part of: Apply: restart</comment>
        <translation>перезапуск</translation>
    </message>
    <message>
        <source>load the model</source>
        <comment>part of: Apply: load the model</comment>
        <translation>загрузить модель</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>Применить: %1</translation>
    </message>
    <message>
        <source>Stops and starts %1; running requests are cut.</source>
        <translation>Остановит и запустит %1; идущие запросы оборвутся.</translation>
    </message>
    <message>
        <source>Re-creates %1 with the saved values; other services go on.</source>
        <translation>Пересоздаст %1 с сохранёнными значениями; остальные сервисы продолжат работу.</translation>
    </message>
    <message>
        <source>Loads %1 in the running %2, without a restart.</source>
        <translation>Загрузит %1 в работающий %2 без перезапуска.</translation>
    </message>
    <message>
        <source>In force then: %1.</source>
        <translation>Вступит в силу: %1.</translation>
    </message>
    <message>
        <source>Compose runs this, not Pilothouse. In a terminal: %1</source>
        <translation>Это выполняет Compose, а не Pilothouse. В терминале: %1</translation>
    </message>
    <message>
        <source>The provider was not started by Pilothouse. Restart it where it was started.</source>
        <translation>Провайдер запущен не из Pilothouse. Перезапустите его там, где он был запущен.</translation>
    </message>
    <message>
        <source>Pilothouse does not run what still has the old values. Restart it where it was started.</source>
        <translation>Прежние значения остались у того, что Pilothouse не запускает. Перезапустите это там, где оно было запущено.</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>What Pilothouse does not run keeps its old values until it is restarted where it was started.</source>
        <translation>То, что Pilothouse не запускает, сохранит прежние значения, пока его не перезапустят там, где оно запущено.</translation>
    </message>
</context>
<context>
    <name>BackendVerdict</name>
    <message>
        <source>Restart the backend where it was started.</source>
        <translation>Перезапустите бэкенд там, где он был запущен.</translation>
    </message>
    <message>
        <source>Re-create it: %1</source>
        <translation>Пересоздайте его: %1</translation>
    </message>
    <message>
        <source>The backend still runs with old values: it works with %1, .env says %2.</source>
        <translation>Бэкенд ещё работает со старыми значениями: у него %1, в .env — %2.</translation>
    </message>
    <message>
        <source>LLM_MODEL is %1 and VLLM_MODEL is %2: the backend asks for a model that vLLM does not serve.</source>
        <translation>LLM_MODEL — %1, а VLLM_MODEL — %2: бэкенд запрашивает модель, которую vLLM не обслуживает.</translation>
    </message>
    <message>
        <source>Set both to the same model in Configuration.</source>
        <translation>Задайте обоим одну и ту же модель на странице «Настройки».</translation>
    </message>
    <message>
        <source>The backend works with %1, the provider serves %2.</source>
        <translation>Бэкенд работает с %1, провайдер обслуживает %2.</translation>
    </message>
    <message>
        <source>Apply what .env says to the provider.</source>
        <translation>Примените к провайдеру то, что задано в .env.</translation>
    </message>
</context>
<context>
    <name>ChatFailure</name>
    <message>
        <source>Get it with “ollama pull %1”, or choose a model that is installed.</source>
        <translation>Загрузите её командой «ollama pull %1» или выберите установленную модель.</translation>
    </message>
    <message>
        <source>Choose a model that the provider serves, or restart the provider with this one.</source>
        <translation>Выберите модель, которую отдаёт API, или перезапустите провайдер с этой моделью.</translation>
    </message>
    <message>
        <source>The provider does not have the model %1.</source>
        <translation>У провайдера нет модели %1.</translation>
    </message>
    <message>
        <source>The provider closed the connection before the answer was complete.</source>
        <translation>Провайдер закрыл соединение до конца ответа.</translation>
    </message>
    <message>
        <source>It may have stopped, crashed or run out of memory.</source>
        <translation>Возможно, он остановлен, аварийно завершился или ему не хватило памяти.</translation>
    </message>
    <message>
        <source>Look into the provider’s log, then ask again.</source>
        <translation>Посмотрите журнал провайдера и задайте вопрос снова.</translation>
    </message>
    <message>
        <source>It answered with HTTP status %1.</source>
        <translation>Он ответил кодом HTTP %1.</translation>
    </message>
    <message>
        <source>The provider wants an API key.</source>
        <translation>Провайдеру нужен ключ API.</translation>
    </message>
    <message>
        <source>The request had no key.</source>
        <translation>В запросе не было ключа.</translation>
    </message>
    <message>
        <source>It did not accept the key that was sent.</source>
        <translation>Он не принял отправленный ключ.</translation>
    </message>
    <message>
        <source>Enter the provider’s API key in the settings.</source>
        <translation>Укажите ключ API провайдера в настройках.</translation>
    </message>
    <message>
        <source>The provider refuses requests from here.</source>
        <translation>Провайдер отклоняет запросы с этого адреса.</translation>
    </message>
    <message>
        <source>Use the address 127.0.0.1 or localhost, or check the provider’s API key and its allowed origins.</source>
        <translation>Укажите адрес 127.0.0.1 или localhost либо проверьте ключ API и список разрешённых источников.</translation>
    </message>
    <message>
        <source>There is no chat API at %1.</source>
        <translation>По адресу %1 нет API чата.</translation>
    </message>
    <message>
        <source>Check the address and which kind of provider runs there.</source>
        <translation>Проверьте адрес и тип провайдера, который там работает.</translation>
    </message>
    <message>
        <source>The limit for the answer does not suit the model.</source>
        <translation>Предел ответа не подходит этой модели.</translation>
    </message>
    <message>
        <source>Set a smaller maximum number of tokens.</source>
        <translation>Задайте меньший предел токенов.</translation>
    </message>
    <message>
        <source>The conversation is too long for the model.</source>
        <translation>Беседа слишком длинна для модели.</translation>
    </message>
    <message>
        <source>Start a new conversation, shorten the message, or run the provider with a larger context.</source>
        <translation>Начните новую беседу, сократите сообщение или запустите провайдер с большей длиной контекста.</translation>
    </message>
    <message>
        <source>The provider is loading its model or is busy.</source>
        <translation>Провайдер загружает модель или занят.</translation>
    </message>
    <message>
        <source>Wait a moment, then ask again.</source>
        <translation>Подождите немного и задайте вопрос снова.</translation>
    </message>
    <message>
        <source>The provider failed while answering.</source>
        <translation>Провайдер завершил ответ ошибкой.</translation>
    </message>
    <message>
        <source>The provider did not accept the request.</source>
        <translation>Провайдер не принял запрос.</translation>
    </message>
    <message>
        <source>Check the model and the chat’s settings.</source>
        <translation>Проверьте модель и параметры чата.</translation>
    </message>
    <message>
        <source>The answer is no chat answer.</source>
        <translation>Это не ответ чата.</translation>
    </message>
    <message>
        <source>It holds no JSON that a chat API would send.</source>
        <translation>В нём нет JSON, который присылает API чата.</translation>
    </message>
</context>
<context>
    <name>ChatParser</name>
    <message>
        <source>The answer was cut: it is too long.</source>
        <translation>Ответ обрезан: он слишком длинный.</translation>
    </message>
    <message>
        <source>It reached %1 MiB; the model may be repeating itself.</source>
        <translation>Он достиг %1 МиБ; возможно, модель повторяется.</translation>
    </message>
    <message>
        <source>Limit the number of tokens, or ask again.</source>
        <translation>Ограничьте число токенов или задайте вопрос снова.</translation>
    </message>
    <message>
        <source>The provider broke the answer off.</source>
        <translation>Провайдер прервал ответ.</translation>
    </message>
    <message>
        <source>Look into the provider’s log, then ask again.</source>
        <translation>Посмотрите журнал провайдера и задайте вопрос снова.</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of the answer could not be read.</source>
        <translation>
            <numerusform>Не удалось прочитать %n фрагмент ответа.</numerusform>
            <numerusform>Не удалось прочитать %n фрагмента ответа.</numerusform>
            <numerusform>Не удалось прочитать %n фрагментов ответа.</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider sent what is no valid JSON object; the rest of the answer is kept.</source>
        <translation>Провайдер прислал неверный объект JSON; остальной ответ сохранён.</translation>
    </message>
    <message>
        <source>Ask again if text seems to be missing.</source>
        <translation>Если текста не хватает, задайте вопрос снова.</translation>
    </message>
    <message>
        <source>It gave the reason “%1”; it may be shutting down.</source>
        <translation>Названа причина «%1»; возможно, он завершает работу.</translation>
    </message>
</context>
<context>
    <name>ComposeFile</name>
    <message>
        <source>The service %1 extends itself in a circle.</source>
        <translation>Сервис %1 по кругу расширяет сам себя.</translation>
    </message>
    <message>
        <source>%1 extends the service %2, which is not there.</source>
        <translation>%1 расширяет сервис %2, которого нет.</translation>
    </message>
    <message>
        <source>%1 extends the service %2 of %3, which is not there.</source>
        <translation>%1 расширяет сервис %2 из %3, которого там нет.</translation>
    </message>
    <message>
        <source>The file includes itself in a circle.</source>
        <translation>Файл по кругу включает сам себя.</translation>
    </message>
    <message>
        <source>“include” must be a list.</source>
        <translation>«include» должен быть списком.</translation>
    </message>
    <message>
        <source>“include” names no file.</source>
        <translation>В «include» не указан файл.</translation>
    </message>
    <message>
        <source>%1 is also in the included file, with another content.</source>
        <translation>%1 есть и во включённом файле, но с другим содержимым.</translation>
    </message>
    <message>
        <source>A value here cannot be used.</source>
        <translation>Здесь недопустимое значение.</translation>
    </message>
    <message>
        <source>More than %1 files are included.</source>
        <translation>Включено больше %1 файлов.</translation>
    </message>
    <message>
        <source>A compose file must be a map of services and the like.</source>
        <translation>Файл compose должен быть словарём с services и другими разделами.</translation>
    </message>
    <message>
        <source>The file grows too long when its variables are put in.</source>
        <translation>С подставленными переменными файл становится слишком длинным.</translation>
    </message>
    <message>
        <source>%1:%2: %3 has another form in the file before it.</source>
        <translation>%1:%2: в предыдущем файле у %3 другая структура.</translation>
    </message>
    <message>
        <source>The command has a quote or a bracket without its partner.</source>
        <translation>В команде есть непарная кавычка или скобка.</translation>
    </message>
    <message>
        <source>“%1” is not a port.</source>
        <translation>«%1» — не порт.</translation>
    </message>
    <message>
        <source>The service %1 must be a map.</source>
        <translation>Сервис %1 должен быть словарём.</translation>
    </message>
    <message>
        <source>“${…}” is nested too deeply.</source>
        <translation>Слишком глубокая вложенность «${…}».</translation>
    </message>
    <message>
        <source>A text grows too long when its variables are put in.</source>
        <translation>С подставленными переменными текст становится слишком длинным.</translation>
    </message>
    <message>
        <source>“%1” is not a valid variable expression; write $$ for a “$” that is meant as text.</source>
        <translation>«%1» — неверное выражение с переменной; если «$» — просто текст, пишите $$.</translation>
    </message>
    <message>
        <source>%1 must have a value.</source>
        <translation>Переменной %1 нужно значение.</translation>
    </message>
    <message>
        <source>%1 must have a value: %2.</source>
        <translation>Переменной %1 нужно значение: %2.</translation>
    </message>
    <message>
        <source>%1:%2: %3</source>
        <translation>%1:%2: %3</translation>
    </message>
    <message>
        <source>The alias stands inside of what it names.</source>
        <translation>Псевдоним стоит внутри того, на что ссылается.</translation>
    </message>
    <message>
        <source>The file unfolds to more than %1 parts.</source>
        <translation>Файл разворачивается больше чем в %1 элементов.</translation>
    </message>
    <message>
        <source>The file is nested more than %1 levels deep.</source>
        <translation>Вложенность файла больше %1 уровней.</translation>
    </message>
    <message>
        <source>A key must be a text.</source>
        <translation>Ключ должен быть текстом.</translation>
    </message>
    <message>
        <source>“%1” is already there.</source>
        <translation>«%1» здесь уже есть.</translation>
    </message>
    <message>
        <source>“&lt;&lt;” needs a map.</source>
        <translation>Для «&lt;&lt;» нужен словарь.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MB.</source>
        <translation>Файл больше 1 МБ.</translation>
    </message>
    <message>
        <source>This is not valid YAML: %1.</source>
        <translation>Это неверный YAML: %1.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файла %1 нет.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Не удаётся прочитать %1: %2.</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 — не обычный файл.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB.</source>
        <translation>%1 больше 1 МБ.</translation>
    </message>
</context>
<context>
    <name>ContainerInspect</name>
    <message>
        <source>Docker’s answer about the containers cannot be read.</source>
        <translation>Ответ Docker о контейнерах не удалось прочитать.</translation>
    </message>
</context>
<context>
    <name>CourseLine</name>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>не сообщается</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>совпадает</translation>
    </message>
    <message>
        <source>different</source>
        <translation>различается</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>не сравнивается</translation>
    </message>
    <message>
        <source>%1: not used in this mode</source>
        <translation>%1: не используется в этом режиме</translation>
    </message>
    <message>
        <source>%1: .env says %2, process uses %3, %4; API serves %5, %6</source>
        <translation>%1: в .env %2, в процессе %3, %4; API отдаёт %5, %6</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>не работает</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Режим</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>not loaded yet</source>
        <translation>ещё не загружена</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>не загружена</translation>
    </message>
    <message>
        <source>Context length</source>
        <translation>Длина контекста</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>токенов</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автоматически</translation>
    </message>
    <message>
        <source>from the model</source>
        <translation>из модели</translation>
    </message>
    <message>
        <source>vLLM engine</source>
        <translation>Движок vLLM</translation>
    </message>
    <message numerus="yes">
        <source>%n keys, values kept</source>
        <translation>
            <numerusform>%n ключ, значение сохранено</numerusform>
            <numerusform>%n ключа, значения сохранены</numerusform>
            <numerusform>%n ключей, значения сохранены</numerusform>
        </translation>
    </message>
    <message>
        <source>not used in this mode</source>
        <translation>не используется в этом режиме</translation>
    </message>
    <message>
        <source>Nothing runs. Start puts into force what .env says.</source>
        <translation>Ничего не запущено. После запуска вступит в силу то, что записано в .env.</translation>
    </message>
    <message>
        <source>Ollama unloads the model at %1 unless asked again.</source>
        <translation>Ollama выгрузит модель в %1, если не будет новых запросов.</translation>
    </message>
    <message>
        <source>GPU memory share</source>
        <translation>Доля памяти GPU</translation>
    </message>
    <message>
        <source>Tensor parallel</source>
        <translation>Тензорный параллелизм</translation>
    </message>
    <message>
        <source>PID %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>last PID %1</source>
        <translation>последний PID %1</translation>
    </message>
    <message>
        <source>LLM_MODE is none: no provider is used.</source>
        <translation>LLM_MODE=none: провайдер не используется.</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Бэкенд</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>не отвечает</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>A change takes effect when what reads it is started anew.</source>
        <translation>Изменение вступит в силу, когда читающая его программа запустится заново.</translation>
    </message>
</context>
<context>
    <name>Deployment</name>
    <message>
        <source>There is no folder or file %1.</source>
        <translation>Папки или файла %1 нет.</translation>
    </message>
    <message>
        <source>It is a link to %1, which does not exist.</source>
        <translation>Это ссылка на %1, а такого файла нет.</translation>
    </message>
    <message>
        <source>Open a folder that holds a .env file, or the file itself.</source>
        <translation>Откройте папку с файлом .env или сам файл.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened.</source>
        <translation>Не удаётся открыть папку %1.</translation>
    </message>
    <message>
        <source>You have no permission to read it.</source>
        <translation>Нет права на чтение.</translation>
    </message>
    <message>
        <source>Ask its owner for access, or open another folder.</source>
        <translation>Запросите доступ у владельца или откройте другую папку.</translation>
    </message>
    <message>
        <source>%1 is neither a folder nor a regular file.</source>
        <translation>%1 — не папка и не обычный файл.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Не удаётся прочитать файл %1.</translation>
    </message>
    <message>
        <source>Ask its owner for access, or open another file.</source>
        <translation>Запросите доступ у владельца или откройте другой файл.</translation>
    </message>
</context>
<context>
    <name>DeploymentDescription</name>
    <message>
        <source>.pilothouse.json cannot be used.</source>
        <translation>Не удаётся использовать .pilothouse.json.</translation>
    </message>
    <message>
        <source>Correct the file, or remove it: Pilothouse then detects how the deployment runs.</source>
        <translation>Исправьте или удалите файл: тогда Pilothouse сам определит, как запускается развёртывание.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>строкой</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>списком строк</translation>
    </message>
    <message>
        <source>an object of texts</source>
        <translation>объектом со строками</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>объектом</translation>
    </message>
    <message>
        <source>The field “%1” must be %2.</source>
        <translation>Поле «%1» должно быть %2.</translation>
    </message>
    <message>
        <source>Line %1 is not valid JSON: %2.</source>
        <translation>Строка %1 — неверный JSON: %2.</translation>
    </message>
    <message>
        <source>It must hold one JSON object.</source>
        <translation>В нём должен быть один объект JSON.</translation>
    </message>
    <message>
        <source>The field “launcher” has the unknown value “%1”.</source>
        <translation>У поля «launcher» неизвестное значение «%1».</translation>
    </message>
    <message>
        <source>It is not a regular file.</source>
        <translation>Это не обычный файл.</translation>
    </message>
    <message>
        <source>It cannot be read: %1.</source>
        <translation>Не удаётся прочитать: %1.</translation>
    </message>
    <message>
        <source>It is larger than 1 MB.</source>
        <translation>Он больше 1 МБ.</translation>
    </message>
</context>
<context>
    <name>DialectRules</name>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>a name without a value</source>
        <translation>имя без значения</translation>
    </message>
    <message>
        <source>only known by running it</source>
        <translation>известно только при выполнении</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>secret value %1</source>
        <translation>секретное значение %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 refuses the whole file because of line %2: %3.</source>
        <translation>%1 отвергает весь файл из-за строки %2: %3.</translation>
    </message>
    <message>
        <source>%1 is read differently: %2.</source>
        <translation>%1 читается по-разному: %2.</translation>
    </message>
</context>
<context>
    <name>Dialects</name>
    <message>
        <source>the line is longer than 65,535 bytes</source>
        <translation>строка длиннее 65 535 байт</translation>
    </message>
    <message>
        <source>the line is not UTF-8</source>
        <translation>строка не в UTF-8</translation>
    </message>
    <message>
        <source>there is no name before “=”</source>
        <translation>перед «=» нет имени</translation>
    </message>
    <message>
        <source>the name holds a blank</source>
        <translation>в имени есть пробел</translation>
    </message>
    <message>
        <source>the file is not UTF-8</source>
        <translation>файл не в UTF-8</translation>
    </message>
    <message>
        <source>a NUL byte makes the file no text</source>
        <translation>из-за байта NUL файл — не текст</translation>
    </message>
    <message>
        <source>an assignment is not UTF-8, or holds a character that is none</source>
        <translation>присваивание не в UTF-8 или содержит недопустимый символ</translation>
    </message>
    <message>
        <source>“export” names nothing</source>
        <translation>после «export» нет имени</translation>
    </message>
    <message>
        <source>a key cannot hold a blank</source>
        <translation>в ключе не может быть пробела</translation>
    </message>
    <message>
        <source>“%1” cannot be part of a key</source>
        <translation>«%1» не может быть в ключе</translation>
    </message>
    <message>
        <source>a quote is never closed</source>
        <translation>кавычка не закрыта</translation>
    </message>
    <message>
        <source>%1 must be set here</source>
        <translation>здесь нужно задать %1</translation>
    </message>
    <message>
        <source>defaults are nested too deeply</source>
        <translation>слишком глубокая вложенность значений по умолчанию</translation>
    </message>
    <message>
        <source>“${” does not begin a valid reference</source>
        <translation>после «${» нет допустимой ссылки</translation>
    </message>
    <message>
        <source>“exit” ends the shell that reads the file</source>
        <translation>«exit» завершает оболочку, которая читает файл</translation>
    </message>
    <message>
        <source>“exec” replaces the shell that reads the file</source>
        <translation>«exec» заменяет оболочку, которая читает файл</translation>
    </message>
    <message>
        <source>another file is read with “.”, which cannot be followed here</source>
        <translation>через «.» читается другой файл, здесь это не отследить</translation>
    </message>
    <message>
        <source>an option is not known</source>
        <translation>неизвестный параметр</translation>
    </message>
    <message>
        <source>“%1” is not the name of a variable</source>
        <translation>«%1» — не имя переменной</translation>
    </message>
    <message>
        <source>%1 is read-only</source>
        <translation>%1 доступна только для чтения</translation>
    </message>
    <message>
        <source>the text is nested too deeply</source>
        <translation>слишком глубокая вложенность текста</translation>
    </message>
    <message>
        <source>“shift” has nothing to shift</source>
        <translation>команде «shift» нечего сдвигать</translation>
    </message>
    <message>
        <source>“${…}” holds something that the shell does not know</source>
        <translation>в «${…}» есть то, чего оболочка не знает</translation>
    </message>
    <message>
        <source>%1 cannot be assigned</source>
        <translation>%1 нельзя присвоить значение</translation>
    </message>
    <message>
        <source>“${” is never closed</source>
        <translation>«${» не закрыто</translation>
    </message>
    <message>
        <source>“$((” is never closed</source>
        <translation>«$((» не закрыто</translation>
    </message>
    <message>
        <source>a backtick is never closed</source>
        <translation>обратная кавычка не закрыта</translation>
    </message>
    <message>
        <source>the line end</source>
        <translation>конец строки</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>конец файла</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>слово</translation>
    </message>
    <message>
        <source>syntax error: %1 was not expected here</source>
        <translation>синтаксическая ошибка, неожиданный элемент: %1</translation>
    </message>
    <message>
        <source>“for” needs the name of a variable</source>
        <translation>в «for» нужно имя переменной</translation>
    </message>
    <message>
        <source>the name of a function is not valid</source>
        <translation>недопустимое имя функции</translation>
    </message>
    <message>
        <source>a command fails, and “set -e” ends the shell then</source>
        <translation>команда завершается с ошибкой, и «set -e» прерывает оболочку</translation>
    </message>
    <message>
        <source>behind “&gt;&amp;” or “&lt;&amp;” the number of a descriptor is due</source>
        <translation>после «&gt;&amp;» или «&lt;&amp;» нужен номер дескриптора</translation>
    </message>
    <message>
        <source>a redirection fails</source>
        <translation>перенаправление не удалось</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a deployment folder</source>
        <translation>Открыть папку развёртывания</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>DockerFailures</name>
    <message>
        <source>It ended with exit code %1 and said nothing.</source>
        <translation>Команда завершилась с кодом %1 и ничего не сообщила.</translation>
    </message>
</context>
<context>
    <name>DockerTools</name>
    <message>
        <source>Docker has no compose command here.</source>
        <translation>У Docker здесь нет команды compose.</translation>
    </message>
    <message>
        <source>%1 is there, but neither its plugin “compose” nor docker-compose.</source>
        <translation>Есть %1, но нет ни его плагина «compose», ни docker-compose.</translation>
    </message>
    <message>
        <source>Install the package docker-compose-plugin (on Debian docker-compose).</source>
        <translation>Установите пакет docker-compose-plugin (в Debian — docker-compose).</translation>
    </message>
    <message>
        <source>Docker is not installed here.</source>
        <translation>Docker здесь не установлен.</translation>
    </message>
    <message>
        <source>PATH has neither docker nor docker-compose nor podman-compose.</source>
        <translation>В PATH нет ни docker, ни docker-compose, ни podman-compose.</translation>
    </message>
    <message>
        <source>Install Docker with its compose plugin, or choose another way to run the provider.</source>
        <translation>Установите Docker с плагином compose или выберите другой способ запуска провайдера.</translation>
    </message>
</context>
<context>
    <name>EnvDocument</name>
    <message>
        <source>%1 cannot be written so that every reader gets this value.</source>
        <translation>Нельзя записать %1 так, чтобы все программы прочитали это значение.</translation>
    </message>
    <message>
        <source>The text around it in the file would change its meaning, or that of another key.</source>
        <translation>Соседний текст в файле изменил бы его смысл или смысл другого ключа.</translation>
    </message>
    <message>
        <source>%1 would read something else.</source>
        <translation>%1 прочитает другое значение.</translation>
    </message>
    <message>
        <source>Leave out quotes, a backslash at the end or line breaks.</source>
        <translation>Уберите кавычки, обратную косую черту в конце и переводы строк.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a variable.</source>
        <translation>«%1» не может быть именем переменной.</translation>
    </message>
    <message>
        <source>Use letters, digits and “_”, not starting with a digit.</source>
        <translation>Используйте латинские буквы, цифры и «_»; первой не может быть цифра.</translation>
    </message>
    <message>
        <source>Line %1 holds more than %2, so it cannot be removed.</source>
        <translation>В строке %1 записано не только %2, поэтому её нельзя удалить.</translation>
    </message>
    <message>
        <source>Put the rest of the line on a line of its own first.</source>
        <translation>Сначала перенесите остальной текст на отдельную строку.</translation>
    </message>
</context>
<context>
    <name>EnvFile</name>
    <message>
        <source>The file is larger than 10 MB, so only its beginning is shown.</source>
        <translation>Файл больше 10 МБ, поэтому показано только его начало.</translation>
    </message>
    <message>
        <source>The file holds binary data, so it is only shown.</source>
        <translation>В файле двоичные данные, поэтому он открыт только для просмотра.</translation>
    </message>
    <message>
        <source>You may read this file, but not write it.</source>
        <translation>Этот файл можно читать, но нельзя изменять.</translation>
    </message>
    <message>
        <source>The folder is write-protected, so the file cannot be saved safely.</source>
        <translation>Папка защищена от записи, поэтому безопасно сохранить файл нельзя.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>Не удаётся прочитать %1.</translation>
    </message>
    <message>
        <source>Give your user the right to read the file, then open it again.</source>
        <translation>Дайте своему пользователю право на чтение и откройте файл снова.</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 — не обычный файл.</translation>
    </message>
    <message>
        <source>Choose a file, not a folder, device or pipe.</source>
        <translation>Выберите файл, а не папку, устройство или канал.</translation>
    </message>
    <message>
        <source>%1 was not saved; the old file is unchanged.</source>
        <translation>%1 не сохранён; прежний файл не изменён.</translation>
    </message>
    <message>
        <source>Remove the cause, then save again. Your changes are still here.</source>
        <translation>Устраните причину и сохраните снова. Изменения не потеряны.</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>Другая программа изменила %1.</translation>
    </message>
    <message>
        <source>Look at the new content, then save again.</source>
        <translation>Посмотрите новое содержимое и сохраните снова.</translation>
    </message>
    <message>
        <source>%1 cannot be created.</source>
        <translation>Не удаётся создать %1.</translation>
    </message>
    <message>
        <source>%1 cannot be locked for saving.</source>
        <translation>Не удаётся заблокировать %1 для сохранения.</translation>
    </message>
    <message>
        <source>%1 is being saved by another window.</source>
        <translation>%1 сейчас сохраняется в другом окне.</translation>
    </message>
    <message>
        <source>Wait a moment, then save again.</source>
        <translation>Подождите немного и сохраните снова.</translation>
    </message>
    <message>
        <source>%1 was not saved, because its owner and rights could not be kept.</source>
        <translation>%1 не сохранён: не удалось сохранить владельца и права.</translation>
    </message>
    <message>
        <source>Save as the owner of the file.</source>
        <translation>Сохраните от имени владельца файла.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 недоступен.</translation>
    </message>
    <message>
        <source>Check the folder of the file.</source>
        <translation>Проверьте папку файла.</translation>
    </message>
    <message>
        <source>Remove or repair the link.</source>
        <translation>Удалите или исправьте ссылку.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Диск заполнен.</translation>
    </message>
    <message>
        <source>Your disk quota is used up.</source>
        <translation>Квота диска исчерпана.</translation>
    </message>
    <message>
        <source>The file system is read-only.</source>
        <translation>Файловая система доступна только для чтения.</translation>
    </message>
    <message>
        <source>You do not have the permission.</source>
        <translation>Недостаточно прав.</translation>
    </message>
    <message>
        <source>The disk reported an input/output error.</source>
        <translation>Диск сообщил об ошибке ввода-вывода.</translation>
    </message>
    <message>
        <source>It does not exist.</source>
        <translation>Его нет.</translation>
    </message>
    <message>
        <source>The symbolic links go round in a circle.</source>
        <translation>Символические ссылки замкнуты в кольцо.</translation>
    </message>
    <message>
        <source>Too many files are open.</source>
        <translation>Открыто слишком много файлов.</translation>
    </message>
    <message>
        <source>The rights of %1 were not changed.</source>
        <translation>Права на %1 не изменены.</translation>
    </message>
    <message>
        <source>Change them as the owner of the file.</source>
        <translation>Измените их от имени владельца файла.</translation>
    </message>
    <message>
        <source>%1 was not saved, because its present content could not be kept in the history.</source>
        <translation>%1 не сохранён: текущее содержимое не удалось записать в историю.</translation>
    </message>
</context>
<context>
    <name>EnvLines</name>
    <message>
        <source>%1 cannot be changed apart from the lines around it.</source>
        <translation>%1 нельзя изменить отдельно от соседних строк.</translation>
    </message>
    <message>
        <source>Look for a quote that is not closed, in the text of the file.</source>
        <translation>Поищите в тексте файла незакрытую кавычку.</translation>
    </message>
    <message>
        <source>%1 is not in the file.</source>
        <translation>%1 нет в файле.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a variable.</source>
        <translation>«%1» не может быть именем переменной.</translation>
    </message>
    <message>
        <source>Use letters, digits and “_”, not starting with a digit.</source>
        <translation>Используйте латинские буквы, цифры и «_»; первой не может быть цифра.</translation>
    </message>
    <message>
        <source>%1 is in the file already.</source>
        <translation>%1 уже есть в файле.</translation>
    </message>
    <message>
        <source>Line %1 holds more than %2, so it cannot be commented out.</source>
        <translation>В строке %1 записано не только %2, поэтому её нельзя закомментировать.</translation>
    </message>
    <message>
        <source>Put the rest of the line on a line of its own first.</source>
        <translation>Сначала перенесите остальной текст на отдельную строку.</translation>
    </message>
    <message>
        <source>Line %1 is not a key that is commented out.</source>
        <translation>Строка %1 — не закомментированный ключ.</translation>
    </message>
</context>
<context>
    <name>EnvMerge</name>
    <message>
        <source>removed</source>
        <translation>удалено</translation>
    </message>
    <message>
        <source>%1: yours is %2, theirs is %3.</source>
        <translation>%1: у вас %2, в файле %3.</translation>
    </message>
</context>
<context>
    <name>EnvProfiles</name>
    <message>
        <source>Neither .env nor the profile sets %1.</source>
        <translation>%1 не задан ни в .env, ни в профиле.</translation>
    </message>
    <message>
        <source>Check the name of the variable.</source>
        <translation>Проверьте имя переменной.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a profile.</source>
        <translation>«%1» не может быть именем профиля.</translation>
    </message>
    <message>
        <source>Use letters, digits, “-”, “_” and “.”; no ending of a backup like .bak.</source>
        <translation>Используйте латинские буквы, цифры, «-», «_» и «.»; без окончаний резервных копий вроде .bak.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 уже есть.</translation>
    </message>
    <message>
        <source>Choose another name, or replace the profile.</source>
        <translation>Выберите другое имя или замените профиль.</translation>
    </message>
</context>
<context>
    <name>EnvService</name>
    <message>
        <source>%1 cannot be changed.</source>
        <translation>%1 нельзя изменить.</translation>
    </message>
    <message>
        <source>There are no unsaved changes.</source>
        <translation>Несохранённых изменений нет.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No way of writing this gives the readers of .env the same value; Save shows what each would get.</source>
        <translation>Нет записи, при которой все читатели .env получат одно и то же значение; при сохранении видно, что получит каждый.</translation>
    </message>
</context>
<context>
    <name>EnvValue</name>
    <message>
        <source>no line</source>
        <translation>нет строки</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
</context>
<context>
    <name>EnvVersion</name>
    <message>
        <source>the window</source>
        <translation>окно</translation>
    </message>
    <message>
        <source>pilothousectl</source>
        <translation>pilothousectl</translation>
    </message>
    <message>
        <source>a model switch</source>
        <translation>смена модели</translation>
    </message>
    <message>
        <source>a profile</source>
        <translation>профиль</translation>
    </message>
    <message>
        <source>a restored version</source>
        <translation>восстановление версии</translation>
    </message>
    <message>
        <source>a template</source>
        <translation>шаблон</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>другая программа</translation>
    </message>
</context>
<context>
    <name>EnvVersions</name>
    <message>
        <source>There is no version %1.</source>
        <translation>Версии %1 нет.</translation>
    </message>
    <message>
        <source>See the kept ones with: pilothousectl history list</source>
        <translation>Сохранённые версии показывает: pilothousectl history list</translation>
    </message>
    <message>
        <source>This version could not be kept in the history.</source>
        <translation>Эту версию не удалось сохранить в истории.</translation>
    </message>
    <message>
        <source>Make room in %1.</source>
        <translation>Освободите место в %1.</translation>
    </message>
</context>
<context>
    <name>EnvWriteChoices</name>
    <message>
        <source>refuses the whole file anyway: %1</source>
        <translation>не принимает весь файл и без этого: %1</translation>
    </message>
    <message>
        <source>refuses the whole file: %1</source>
        <translation>не принимает весь файл: %1</translation>
    </message>
    <message>
        <source>the value as typed</source>
        <translation>значение как введено</translation>
    </message>
    <message>
        <source>another value, hidden</source>
        <translation>другое значение, скрыто</translation>
    </message>
    <message>
        <source>%1; changes %2 as well</source>
        <translation>%1; заодно меняется %2</translation>
    </message>
</context>
<context>
    <name>ExternalVerdict</name>
    <message>
        <source>The container of the service %1 ran out of memory.</source>
        <translation>Контейнеру сервиса %1 не хватило памяти.</translation>
    </message>
    <message>
        <source>The kernel ended it at its memory limit (exit code %1).</source>
        <translation>Ядро завершило его на пределе памяти (код выхода %1).</translation>
    </message>
    <message>
        <source>Raise the memory limit in the compose file, or choose a smaller model or context length.</source>
        <translation>Увеличьте предел памяти в compose-файле или выберите меньшую модель либо контекст.</translation>
    </message>
    <message>
        <source>The container of the service %1 ends and is restarted again and again.</source>
        <translation>Контейнер сервиса %1 раз за разом завершается и перезапускается.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>B</source>
        <translation>Б</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>КиБ</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>МиБ</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>ГиБ</translation>
    </message>
    <message>
        <source>TiB</source>
        <translation>ТиБ</translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation>ток/с</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>min</source>
        <translation>мин</translation>
    </message>
    <message>
        <source>h</source>
        <translation>ч</translation>
    </message>
    <message>
        <source>d</source>
        <translation>д</translation>
    </message>
</context>
<context>
    <name>KnownModels</name>
    <message>
        <source>The list of known models cannot be used.</source>
        <translation>Не удаётся использовать список известных моделей.</translation>
    </message>
    <message>
        <source>Correct config/llm_models.json, or remove it.</source>
        <translation>Исправьте или удалите config/llm_models.json.</translation>
    </message>
    <message>
        <source>It is not valid JSON: %1.</source>
        <translation>Это неверный JSON: %1.</translation>
    </message>
    <message>
        <source>It has no list “models”.</source>
        <translation>В нём нет списка «models».</translation>
    </message>
    <message>
        <source>It is not a readable file of at most 1 MB.</source>
        <translation>Это не читаемый файл размером до 1 МБ.</translation>
    </message>
</context>
<context>
    <name>LaunchPlan</name>
    <message>
        <source>The launcher is a command, but no program is named.</source>
        <translation>Способ запуска — команда, но программа не названа.</translation>
    </message>
    <message>
        <source>Name it in “program” of .pilothouse.json or in the settings.</source>
        <translation>Укажите её в поле «program» файла .pilothouse.json или в настройках.</translation>
    </message>
    <message>
        <source>%1, %2 line %3</source>
        <translation>%1, %2, строка %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, default</source>
        <translation>%1, по умолчанию</translation>
    </message>
    <message>
        <source>The program is your own choice.</source>
        <translation>Программа выбрана оператором.</translation>
    </message>
    <message>
        <source>The program is named by .pilothouse.json.</source>
        <translation>Программа названа в .pilothouse.json.</translation>
    </message>
    <message>
        <source>The program was found on PATH.</source>
        <translation>Программа найдена в PATH.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No model is set.</source>
        <translation>Модель не задана.</translation>
    </message>
    <message>
        <source>%1 is empty in %2.</source>
        <translation>%1 в %2 пусто.</translation>
    </message>
    <message>
        <source>Set %1 to the model that you want to use.</source>
        <translation>Запишите в %1 нужную модель.</translation>
    </message>
    <message>
        <source>“%1” is not a model name.</source>
        <translation>«%1» — не имя модели.</translation>
    </message>
    <message>
        <source>%1 begins with “-”, so a program would read it as an option.</source>
        <translation>%1 начинается с «-»: программа приняла бы это за параметр.</translation>
    </message>
    <message>
        <source>Correct %1.</source>
        <translation>Исправьте %1.</translation>
    </message>
    <message>
        <source>%1 must not stand in the command line.</source>
        <translation>%1 нельзя указывать в командной строке.</translation>
    </message>
    <message>
        <source>Every program on this machine can read command lines.</source>
        <translation>Командные строки видны всем программам на этой машине.</translation>
    </message>
    <message>
        <source>Pass it in “environment” of .pilothouse.json instead.</source>
        <translation>Передайте его через «environment» в .pilothouse.json.</translation>
    </message>
    <message>
        <source>The command needs %1, which has no value.</source>
        <translation>Команде нужен %1, а значения нет.</translation>
    </message>
    <message>
        <source>.pilothouse.json uses ${%1}, and %2 does not set it.</source>
        <translation>.pilothouse.json использует ${%1}, а в %2 его нет.</translation>
    </message>
    <message>
        <source>Set %1 in %2.</source>
        <translation>Задайте %1 в %2.</translation>
    </message>
    <message>
        <source>The value of %1 begins with “-”.</source>
        <translation>Значение %1 начинается с «-».</translation>
    </message>
    <message>
        <source>The program would read it as an option.</source>
        <translation>Программа приняла бы его за параметр.</translation>
    </message>
    <message>
        <source>Correct %1 in %2.</source>
        <translation>Исправьте %1 в %2.</translation>
    </message>
    <message>
        <source>.pilothouse.json sets the variable %1.</source>
        <translation>.pilothouse.json задаёт переменную %1.</translation>
    </message>
    <message>
        <source>It can make the provider run foreign code.</source>
        <translation>Через неё провайдер может выполнить чужой код.</translation>
    </message>
    <message>
        <source>Remove it from “environment”.</source>
        <translation>Удалите её из «environment».</translation>
    </message>
    <message>
        <source>The provider’s address cannot be used.</source>
        <translation>Адрес провайдера не подходит.</translation>
    </message>
    <message>
        <source>%1 is “%2”.</source>
        <translation>%1: «%2».</translation>
    </message>
    <message>
        <source>Write an address such as http://127.0.0.1:8001/v1.</source>
        <translation>Укажите адрес вида http://127.0.0.1:8001/v1.</translation>
    </message>
    <message>
        <source>The address in the settings</source>
        <translation>Адрес в настройках</translation>
    </message>
    <message>
        <source>“endpoint” in .pilothouse.json</source>
        <translation>«endpoint» в .pilothouse.json</translation>
    </message>
    <message>
        <source>LLM_VLLM_URL is not set.</source>
        <translation>LLM_VLLM_URL не задан.</translation>
    </message>
    <message>
        <source>In the mode vllm it says where vLLM answers.</source>
        <translation>В режиме vllm он указывает, где отвечает vLLM.</translation>
    </message>
    <message>
        <source>Set it to http://127.0.0.1:8001/v1, for instance.</source>
        <translation>Задайте, например, http://127.0.0.1:8001/v1.</translation>
    </message>
    <message>
        <source>The provider’s address %1 is on another machine.</source>
        <translation>Адрес провайдера %1 — на другой машине.</translation>
    </message>
    <message>
        <source>LLM_MODE is ollama and the address is on this machine.</source>
        <translation>LLM_MODE=ollama, адрес — на этой машине.</translation>
    </message>
    <message>
        <source>LLM_MODE is vllm and the address is on this machine.</source>
        <translation>LLM_MODE=vllm, адрес — на этой машине.</translation>
    </message>
    <message>
        <source>The launcher is your own choice.</source>
        <translation>Способ запуска выбран оператором.</translation>
    </message>
    <message>
        <source>The launcher is named by .pilothouse.json.</source>
        <translation>Способ запуска назван в .pilothouse.json.</translation>
    </message>
    <message>
        <source>The host name %1 exists only inside the compose network. From here the address is %2.</source>
        <translation>Имя хоста %1 есть только в сети compose. Отсюда адрес — %2.</translation>
    </message>
    <message>
        <source>The launcher does not fit LLM_MODE.</source>
        <translation>Способ запуска не соответствует LLM_MODE.</translation>
    </message>
    <message>
        <source>LLM_MODE is %1, the launcher is %2.</source>
        <translation>LLM_MODE — %1, способ запуска — %2.</translation>
    </message>
    <message>
        <source>Change LLM_MODE, or the launcher in the settings or .pilothouse.json.</source>
        <translation>Измените LLM_MODE или способ запуска в настройках либо в .pilothouse.json.</translation>
    </message>
    <message>
        <source>Pilothouse cannot start this deployment: it is run by %1.</source>
        <translation>Pilothouse не может запустить это развёртывание: его запускает %1.</translation>
    </message>
    <message>
        <source>This version starts Ollama, vLLM and single commands.</source>
        <translation>Эта версия запускает Ollama, vLLM и отдельные команды.</translation>
    </message>
    <message>
        <source>Start it in a terminal; Pilothouse shows its state and talks to it.</source>
        <translation>Запустите его в терминале: Pilothouse покажет состояние и будет к нему обращаться.</translation>
    </message>
    <message>
        <source>LLM_MODE names no provider.</source>
        <translation>LLM_MODE не называет провайдер.</translation>
    </message>
    <message>
        <source>It is “%1”.</source>
        <translation>Сейчас там «%1».</translation>
    </message>
    <message>
        <source>Set it to ollama, vllm or none.</source>
        <translation>Задайте ollama, vllm или none.</translation>
    </message>
    <message>
        <source>LLM_MODE is none: no provider is used.</source>
        <translation>LLM_MODE=none: провайдер не используется.</translation>
    </message>
    <message>
        <source>It will listen on the network: other machines can use it without a password.</source>
        <translation>Он будет доступен по сети: другие машины смогут обращаться к нему без пароля.</translation>
    </message>
    <message>
        <source>OLLAMA_NUM_CTX is not a number of tokens.</source>
        <translation>OLLAMA_NUM_CTX — не число токенов.</translation>
    </message>
    <message>
        <source>Set it to a whole number above 0, for instance 4096.</source>
        <translation>Задайте целое число больше 0, например 4096.</translation>
    </message>
    <message>
        <source>%1 has a value that vLLM does not take.</source>
        <translation>vLLM не принимает такое значение %1.</translation>
    </message>
    <message>
        <source>FlashInfer is asked for by VLLM_ATTENTION_BACKEND, which vLLM reads up to 0.14. Newer versions ignore it: there add “--attention-backend”, “FLASHINFER” to “args” of .pilothouse.json.</source>
        <translation>FlashInfer запрошен через VLLM_ATTENTION_BACKEND; vLLM читает её до версии 0.14, новые версии — нет. Для них добавьте «--attention-backend», «FLASHINFER» в «args» файла .pilothouse.json.</translation>
    </message>
    <message>
        <source>VLLM_MODEL is absent, so vLLM loads LLM_MODEL.</source>
        <translation>VLLM_MODEL не задан, поэтому vLLM загружает LLM_MODEL.</translation>
    </message>
    <message>
        <source>belongs to what defines %1</source>
        <translation>относится к файлам, где определён %1</translation>
    </message>
    <message>
        <source>the file that is edited here</source>
        <translation>файл, который здесь редактируется</translation>
    </message>
    <message>
        <source>%1 line %2</source>
        <translation>%1, строка %2</translation>
    </message>
    <message>
        <source>No compose file of this folder defines the provider.</source>
        <translation>Ни один compose-файл этой папки не определяет провайдер.</translation>
    </message>
    <message>
        <source>No service runs vLLM, Ollama or llama-server.</source>
        <translation>Ни один сервис не запускает vLLM, Ollama или llama-server.</translation>
    </message>
    <message>
        <source>“service” in .pilothouse.json names %1.</source>
        <translation>Поле «service» в .pilothouse.json называет %1.</translation>
    </message>
    <message>
        <source>Name files and service under “compose” in .pilothouse.json, or choose another launcher.</source>
        <translation>Укажите файлы и сервис в «compose» файла .pilothouse.json или выберите другой способ запуска.</translation>
    </message>
    <message>
        <source>%1 It is run with %2.</source>
        <translation>%1 Запуск через %2.</translation>
    </message>
    <message>
        <source>The engine runs on %1 (DOCKER_HOST or the current context): processes and files are there.</source>
        <translation>Docker работает на %1 (DOCKER_HOST или текущий контекст): процессы и файлы находятся там.</translation>
    </message>
    <message>
        <source>The service %1 publishes no port, so this panel may not reach it.</source>
        <translation>Сервис %1 не публикует порт, поэтому панель может его не увидеть.</translation>
    </message>
    <message>
        <source>The service %1 is published on every network interface.</source>
        <translation>Сервис %1 опубликован на всех сетевых интерфейсах.</translation>
    </message>
    <message>
        <source>%1 line %2 defines the service %3.</source>
        <translation>%1, строка %2: определён сервис %3.</translation>
    </message>
</context>
<context>
    <name>LogBook</name>
    <message>
        <source>The log could not be saved as %1.</source>
        <translation>Журнал не удалось сохранить как %1.</translation>
    </message>
    <message>
        <source>Choose a folder that you can write to and that has space.</source>
        <translation>Выберите папку, в которую можно писать и где есть место.</translation>
    </message>
    <message>
        <source>… The rest was left out: it is too much for the clipboard. Save a copy instead.</source>
        <translation>… Остальное опущено: для буфера обмена это слишком много. Сохраните копию.</translation>
    </message>
</context>
<context>
    <name>LogCap</name>
    <message>
        <source>The log %1 could not be shortened and goes on growing.</source>
        <translation>Журнал %1 не удалось сократить, он продолжает расти.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of its folder.</source>
        <translation>Проверьте свободное место и права на его папку.</translation>
    </message>
</context>
<context>
    <name>MarkdownPane</name>
    <message>
        <source>no host</source>
        <translation>нет хоста</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>нет описания</translation>
    </message>
    <message>
        <source>[image: %1 — %2]</source>
        <translation>[изображение: %1 — %2]</translation>
    </message>
</context>
<context>
    <name>MemoryReading</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>Память GPU</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>ОЗУ</translation>
    </message>
    <message>
        <source>RAM, %1</source>
        <translation>ОЗУ, %1</translation>
    </message>
    <message>
        <source>other</source>
        <translation>другое</translation>
    </message>
    <message>
        <source>/ %1</source>
        <translation>/ %1</translation>
    </message>
</context>
<context>
    <name>ModelFallback</name>
    <message>
        <source>uses LLM_MODEL: %1</source>
        <translation>берётся LLM_MODEL: %1</translation>
    </message>
    <message>
        <source>uses LLM_MODEL: %1, as %2 says</source>
        <translation>берётся LLM_MODEL: %1, как указано в %2</translation>
    </message>
    <message>
        <source>LLM_MODEL alone would do: vLLM gets it where VLLM_MODEL is not set.</source>
        <translation>Достаточно одной LLM_MODEL: vLLM получает её, когда VLLM_MODEL не задана.</translation>
    </message>
    <message>
        <source>LLM_MODEL alone would do: vLLM gets it where VLLM_MODEL is not set, as %1 says.</source>
        <translation>Достаточно одной LLM_MODEL: vLLM получает её, когда VLLM_MODEL не задана, как указано в %1.</translation>
    </message>
    <message>
        <source>Use one variable</source>
        <translation>Одна переменная</translation>
    </message>
</context>
<context>
    <name>MonitorStrips</name>
    <message>
        <source>provider</source>
        <translation>провайдер</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>Память GPU</translation>
    </message>
    <message>
        <source>Unified memory, shared with the system.</source>
        <translation>Общая память, она же системная.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>занято</translation>
    </message>
    <message>
        <source>capacity %1</source>
        <translation>всего %1</translation>
    </message>
    <message>
        <source>This GPU reported no memory figures in this time.</source>
        <translation>За это время GPU не сообщил о памяти.</translation>
    </message>
    <message>
        <source>Memory (RAM)</source>
        <translation>Память (ОЗУ)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>No provider process ran in this time.</source>
        <translation>За это время процесс провайдера не работал.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Токены</translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation>ток/с</translation>
    </message>
    <message>
        <source>generation</source>
        <translation>генерация</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>промпт</translation>
    </message>
    <message>
        <source>prompt, no line</source>
        <translation>промпт, без линии</translation>
    </message>
    <message>
        <source>No answer was generated in this time.</source>
        <translation>За это время ответов не было.</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>% and °C</source>
        <translation>% и °C</translation>
    </message>
    <message>
        <source>utilisation</source>
        <translation>загрузка</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>температура</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>power, no line</source>
        <translation>мощность, без линии</translation>
    </message>
    <message>
        <source>%1 W</source>
        <translation>%1 Вт</translation>
    </message>
    <message>
        <source>This GPU reported no load figures in this time.</source>
        <translation>За это время GPU не сообщил о загрузке.</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message numerus="yes">
        <source>% of %n threads</source>
        <translation>
            <numerusform>% от %n потока</numerusform>
            <numerusform>% от %n потоков</numerusform>
            <numerusform>% от %n потоков</numerusform>
        </translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Первый токен</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>последний</translation>
    </message>
    <message>
        <source>No answer began in this time.</source>
        <translation>За это время ответов не начиналось.</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>ГиБ</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>МиБ</translation>
    </message>
    <message>
        <source>RAM, because no GPU was found.</source>
        <translation>ОЗУ: GPU не найден.</translation>
    </message>
</context>
<context>
    <name>Nvml</name>
    <message>
        <source>This GPU does not report the value.</source>
        <translation>Этот GPU не сообщает это значение.</translation>
    </message>
    <message>
        <source>The NVIDIA driver refused to answer this user. Ask the administrator for access to the GPU.</source>
        <translation>Драйвер NVIDIA не отвечает этому пользователю. Попросите администратора дать доступ к GPU.</translation>
    </message>
    <message>
        <source>The GPU has too little power. Check its external power cable.</source>
        <translation>GPU не хватает питания. Проверьте кабель дополнительного питания.</translation>
    </message>
    <message>
        <source>The NVIDIA kernel module is not loaded. Load it or reboot.</source>
        <translation>Модуль ядра NVIDIA не загружен. Загрузите его или перезагрузите машину.</translation>
    </message>
    <message>
        <source>The NVIDIA driver was not ready to answer. The value is read again with the next sample.</source>
        <translation>Драйвер NVIDIA не успел ответить. Значение будет прочитано при следующем измерении.</translation>
    </message>
    <message>
        <source>A library that the NVIDIA driver needs is missing. Install the driver again.</source>
        <translation>Не хватает библиотеки, нужной драйверу NVIDIA. Переустановите драйвер.</translation>
    </message>
    <message>
        <source>The GPU fell off the bus. It stays lost until the machine is rebooted.</source>
        <translation>GPU пропал с шины. Он вернётся только после перезагрузки машины.</translation>
    </message>
    <message>
        <source>The GPU must be reset before it can be used again. Reset it or reboot the machine.</source>
        <translation>GPU требует сброса. Сбросьте его или перезагрузите машину.</translation>
    </message>
    <message>
        <source>The system blocks access to the GPU, as containers without GPU access do.</source>
        <translation>Система не даёт доступа к GPU — так бывает в контейнерах без доступа к GPU.</translation>
    </message>
    <message>
        <source>The NVIDIA driver found no GPU.</source>
        <translation>Драйвер NVIDIA не нашёл GPU.</translation>
    </message>
    <message>
        <source>The NVIDIA driver answered: %1 (code %2).</source>
        <translation>Драйвер NVIDIA ответил: %1 (код %2).</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>без текста</translation>
    </message>
    <message>
        <source>The NVIDIA driver was updated while its old kernel module is still loaded. Reboot or load the module again.</source>
        <translation>Драйвер NVIDIA обновлён, а в ядре загружен старый модуль. Перезагрузите машину или загрузите модуль заново.</translation>
    </message>
    <message>
        <source>The NVIDIA driver was updated: the library is version %1, the loaded kernel module is version %2. Reboot or load the module again.</source>
        <translation>Драйвер NVIDIA обновлён: версия библиотеки — %1, версия загруженного модуля ядра — %2. Перезагрузите машину или загрузите модуль заново.</translation>
    </message>
    <message>
        <source>The GPU is asleep to save power. It is not woken only to read it.</source>
        <translation>GPU спит ради экономии энергии. Ради измерения его не будят.</translation>
    </message>
    <message>
        <source>This GPU is no longer present. Its history is kept until Pilothouse ends.</source>
        <translation>Этого GPU больше нет. Его история хранится до закрытия Pilothouse.</translation>
    </message>
    <message>
        <source>Another GPU could not be opened. %1</source>
        <translation>Не удалось открыть ещё один GPU. %1</translation>
    </message>
    <message>
        <source>No NVIDIA driver library was found on this machine.</source>
        <translation>На этой машине нет библиотеки драйвера NVIDIA.</translation>
    </message>
    <message>
        <source>The NVIDIA driver library on this machine lacks functions that reading a GPU needs.</source>
        <translation>В библиотеке драйвера NVIDIA на этой машине нет функций, нужных для чтения данных GPU.</translation>
    </message>
</context>
<context>
    <name>OllamaParser</name>
    <message>
        <source>The answer is not the one of an LLM provider.</source>
        <translation>Это не ответ провайдера LLM.</translation>
    </message>
    <message>
        <source>Check the address: another program may be listening there.</source>
        <translation>Проверьте адрес: возможно, там работает другая программа.</translation>
    </message>
    <message>
        <source>It has no list “models”.</source>
        <translation>В нём нет списка «models».</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Он пуст.</translation>
    </message>
    <message>
        <source>It is not a JSON object.</source>
        <translation>Это не объект JSON.</translation>
    </message>
    <message>
        <source>It has no “version”.</source>
        <translation>В нём нет «version».</translation>
    </message>
</context>
<context>
    <name>OpenAiParser</name>
    <message>
        <source>The answer is not the one of an LLM provider.</source>
        <translation>Это не ответ провайдера LLM.</translation>
    </message>
    <message>
        <source>GET /v1/models has no list “data”.</source>
        <translation>В ответе GET /v1/models нет списка «data».</translation>
    </message>
    <message>
        <source>Check the address: another program may be listening there.</source>
        <translation>Проверьте адрес: возможно, там работает другая программа.</translation>
    </message>
</context>
<context>
    <name>PrivateFile</name>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation>Проверьте свободное место и права на папку.</translation>
    </message>
    <message>
        <source>The folder %1 could not be created.</source>
        <translation>Не удалось создать папку %1.</translation>
    </message>
    <message>
        <source>The file %1 could not be written.</source>
        <translation>Не удалось записать файл %1.</translation>
    </message>
</context>
<context>
    <name>ProcessLauncher</name>
    <message>
        <source>The program %1 does not exist.</source>
        <translation>Программы %1 нет.</translation>
    </message>
    <message>
        <source>Install it or choose another program for this deployment.</source>
        <translation>Установите её или выберите для этого развёртывания другую программу.</translation>
    </message>
    <message>
        <source>The program %1 cannot be executed.</source>
        <translation>Не удаётся выполнить программу %1.</translation>
    </message>
    <message>
        <source>It is not a file with execute permission for you.</source>
        <translation>Это не файл с правом на выполнение.</translation>
    </message>
    <message>
        <source>Choose the right file or run chmod +x on it.</source>
        <translation>Выберите нужный файл или выполните для него chmod +x.</translation>
    </message>
    <message>
        <source>The working folder %1 does not exist.</source>
        <translation>Рабочей папки %1 нет.</translation>
    </message>
    <message>
        <source>Open the deployment again.</source>
        <translation>Откройте развёртывание снова.</translation>
    </message>
    <message>
        <source>It is not a program for this machine (wrong architecture, or a script without a #! line).</source>
        <translation>Это программа не для этой машины (другая архитектура или сценарий без строки #!).</translation>
    </message>
    <message>
        <source>The interpreter or loader that it names does not exist.</source>
        <translation>Указанного в ней интерпретатора или загрузчика нет.</translation>
    </message>
    <message>
        <source>The log file %1 cannot be opened.</source>
        <translation>Не удаётся открыть файл журнала %1.</translation>
    </message>
    <message>
        <source>Check the free space and the permissions of the folder.</source>
        <translation>Проверьте свободное место и права на папку.</translation>
    </message>
    <message>
        <source>The program %1 could not be started.</source>
        <translation>Не удалось запустить программу %1.</translation>
    </message>
    <message>
        <source>Check the program&apos;s path on the Provider page.</source>
        <translation>Проверьте путь к программе на странице «Провайдер».</translation>
    </message>
</context>
<context>
    <name>ProgramSearch</name>
    <message>
        <source>The program %1 does not exist.</source>
        <translation>Программы %1 нет.</translation>
    </message>
    <message>
        <source>%1 is not an executable file.</source>
        <translation>%1 — не исполняемый файл.</translation>
    </message>
    <message>
        <source>It is a folder.</source>
        <translation>Это папка.</translation>
    </message>
    <message>
        <source>It has no permission to be executed.</source>
        <translation>Нет права на выполнение.</translation>
    </message>
    <message>
        <source>“%1” does not say which program to run.</source>
        <translation>«%1» не указывает, какую программу запускать.</translation>
    </message>
    <message>
        <source>A program is an absolute path, a name on PATH, or a path that begins with “./”.</source>
        <translation>Программа — это полный путь, имя из PATH или путь, который начинается с «./».</translation>
    </message>
    <message>
        <source>Write the full path of the program.</source>
        <translation>Укажите полный путь к программе.</translation>
    </message>
    <message>
        <source>The program “%1” was not found.</source>
        <translation>Программа «%1» не найдена.</translation>
    </message>
    <message>
        <source>PATH names no folder.</source>
        <translation>В PATH нет папок.</translation>
    </message>
    <message>
        <source>Pilothouse looked in %1.</source>
        <translation>Просмотрены папки: %1.</translation>
    </message>
    <message>
        <source>Install it, or give its full path as “program” in .pilothouse.json.</source>
        <translation>Установите её или укажите полный путь в поле «program» файла .pilothouse.json.</translation>
    </message>
    <message>
        <source>Give the full path of the program as “program” in .pilothouse.json.</source>
        <translation>Укажите полный путь к программе в поле «program» файла .pilothouse.json.</translation>
    </message>
</context>
<context>
    <name>ProviderApi</name>
    <message>
        <source>The provider asks for an API key.</source>
        <translation>Провайдер требует ключ API.</translation>
    </message>
    <message>
        <source>%1 answered 401.</source>
        <translation>%1: ответ 401.</translation>
    </message>
    <message>
        <source>Set VLLM_API_KEY in .env to the key that the provider was started with.</source>
        <translation>Запишите в VLLM_API_KEY файла .env ключ, с которым запущен провайдер.</translation>
    </message>
    <message>
        <source>The provider refused the request.</source>
        <translation>Провайдер отклонил запрос.</translation>
    </message>
    <message>
        <source>%1 answered 403. Ollama does this when the host name in the address is not its own.</source>
        <translation>%1: ответ 403. Ollama так отвечает, когда имя хоста в адресе не её.</translation>
    </message>
    <message>
        <source>Use 127.0.0.1 or the machine’s own name in the address.</source>
        <translation>Укажите в адресе 127.0.0.1 или имя самой машины.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not the expected provider.</source>
        <translation>По этому адресу отвечает что-то другое, а не ожидаемый провайдер.</translation>
    </message>
    <message>
        <source>%1 answered %2.</source>
        <translation>%1: ответ %2.</translation>
    </message>
    <message>
        <source>Check the address: another program may be listening there.</source>
        <translation>Проверьте адрес: возможно, там работает другая программа.</translation>
    </message>
    <message>
        <source>The provider answered with an error.</source>
        <translation>Провайдер ответил ошибкой.</translation>
    </message>
    <message>
        <source>The provider answered: %1</source>
        <translation>Ответ провайдера: %1</translation>
    </message>
    <message>
        <source>Look into the provider’s log.</source>
        <translation>Посмотрите журнал провайдера.</translation>
    </message>
</context>
<context>
    <name>ProviderLine</name>
    <message>
        <source>on another machine or started elsewhere</source>
        <translation>на другой машине или запущен не здесь</translation>
    </message>
    <message>
        <source>started by Pilothouse</source>
        <translation>свой процесс</translation>
    </message>
    <message>
        <source>started by someone else</source>
        <translation>чужой процесс</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>работает %1</translation>
    </message>
    <message>
        <source>starting for %1</source>
        <translation>запускается %1</translation>
    </message>
    <message>
        <source>stopped %1</source>
        <translation>остановлен в %1</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>сбой в %1</translation>
    </message>
    <message>
        <source>No provider</source>
        <translation>Нет провайдера</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
</context>
<context>
    <name>ProviderVerdict</name>
    <message>
        <source>The model %1 is not installed in Ollama.</source>
        <translation>Модель %1 не установлена в Ollama.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Ни одной модели не установлено.</translation>
    </message>
    <message>
        <source>Installed: %1.</source>
        <translation>Установлены: %1.</translation>
    </message>
    <message>
        <source>Run ollama pull %1, or choose an installed model.</source>
        <translation>Выполните «ollama pull %1» или выберите установленную модель.</translation>
    </message>
    <message>
        <source>The provider does not serve the model %1.</source>
        <translation>API не отдаёт модель %1.</translation>
    </message>
    <message>
        <source>It serves no model.</source>
        <translation>API не отдаёт ни одной модели.</translation>
    </message>
    <message>
        <source>It serves %1.</source>
        <translation>API отдаёт %1.</translation>
    </message>
    <message>
        <source>Start the provider with this model&apos;s name, or choose the served name in .env.</source>
        <translation>Запустите провайдер с этой моделью или укажите в .env ту, которую отдаёт API.</translation>
    </message>
    <message>
        <source>%1; %2 is installed and is loaded with the next request</source>
        <translation>%1; %2 установлена и загрузится со следующим запросом</translation>
    </message>
    <message>
        <source>No provider answers at %1.</source>
        <translation>По адресу %1 провайдер не отвечает.</translation>
    </message>
    <message>
        <source>Check the address in .env and whether the remote provider runs.</source>
        <translation>Проверьте адрес в .env и работает ли удалённый провайдер.</translation>
    </message>
</context>
<context>
    <name>RowState</name>
    <message>
        <source>more than %1, at most %2</source>
        <translation>больше %1, не больше %2</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>больше %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>не меньше %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>не больше %1</translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation>не целое число</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>не число</translation>
    </message>
    <message>
        <source>neither true nor false</source>
        <translation>ни true, ни false</translation>
    </message>
    <message>
        <source>not an address</source>
        <translation>не адрес</translation>
    </message>
    <message>
        <source>not a known mode</source>
        <translation>неизвестный режим</translation>
    </message>
    <message>
        <source>required</source>
        <translation>обязательно</translation>
    </message>
    <message>
        <source>not an http(s) address</source>
        <translation>не адрес http(s)</translation>
    </message>
    <message>
        <source>empty, the backend would not start</source>
        <translation>пусто: бэкенд не запустится</translation>
    </message>
    <message>
        <source>read as false</source>
        <translation>читается как false</translation>
    </message>
    <message>
        <source>must be changed</source>
        <translation>нужно исправить</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>note</source>
        <translation>заметка</translation>
    </message>
    <message>
        <source>new in the file</source>
        <translation>новое в файле</translation>
    </message>
    <message>
        <source>was another value</source>
        <translation>было другое значение</translation>
    </message>
    <message>
        <source>was empty</source>
        <translation>было пусто</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>было %1</translation>
    </message>
    <message>
        <source>removed when you save</source>
        <translation>исчезнет при сохранении</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>не сохранено</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>not set, %1 applies</source>
        <translation>не задано, действует %1</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>действует</translation>
    </message>
    <message>
        <source>not applied</source>
        <translation>не применено</translation>
    </message>
    <message>
        <source>not applied: runs %1</source>
        <translation>не применено: %1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранено</translation>
    </message>
    <message>
        <source>not used in %1 mode</source>
        <translation>не нужно в %1</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>whole number, %1</source>
        <translation>целое число, %1</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>http(s) address</source>
        <translation>адрес http(s)</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>vLLM engine</source>
        <translation>Движок vLLM</translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation>Другие ключи</translation>
    </message>
    <message>
        <source>shadowed</source>
        <translation>перекрыто</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>не читается</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>впустую</translation>
    </message>
    <message>
        <source>commented out</source>
        <translation>закомментировано</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Use %1</source>
        <translation>Записать %1</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Удалить строку</translation>
    </message>
    <message>
        <source>%1 is set more than once (lines %2); line %3 counts.</source>
        <translation>Ключ %1 задан несколько раз (строки %2); действует строка %3.</translation>
    </message>
    <message>
        <source>Keep only line %1</source>
        <translation>Оставить только строку %1</translation>
    </message>
    <message>
        <source>Line %1 is neither KEY=value nor a comment; some programs refuse the whole file for it.</source>
        <translation>Строка %1 — не КЛЮЧ=значение и не комментарий; некоторые программы из-за неё отвергнут весь файл.</translation>
    </message>
    <message>
        <source>The quote opened in line %1 is never closed.</source>
        <translation>Кавычка, открытая в строке %1, не закрыта.</translation>
    </message>
    <message>
        <source>Close the quote</source>
        <translation>Закрыть кавычку</translation>
    </message>
    <message>
        <source>Line %1 goes on after the closing quote; programs read that differently.</source>
        <translation>В строке %1 есть текст после закрывающей кавычки; программы читают его по-разному.</translation>
    </message>
    <message>
        <source>The file holds a NUL byte in line %1; it is not text.</source>
        <translation>В строке %1 есть байт NUL; это не текст.</translation>
    </message>
    <message>
        <source>Line %1 is not UTF-8; python-dotenv refuses the whole file for it.</source>
        <translation>Строка %1 не в UTF-8; python-dotenv из-за неё отвергнет весь файл.</translation>
    </message>
    <message>
        <source>The file has another name (hard link); after a save that name keeps the old content.</source>
        <translation>У файла есть другое имя (жёсткая ссылка); после сохранения под ним останется прежнее содержимое.</translation>
    </message>
    <message>
        <source>The file holds a secret (%1) and other users can read it; “chmod 600” closes it.</source>
        <translation>В файле секрет (%1), а его могут читать другие пользователи; «chmod 600» закроет доступ.</translation>
    </message>
    <message>
        <source>Mode is empty; it must be ollama, vllm or none.</source>
        <translation>Режим не задан; нужен ollama, vllm или none.</translation>
    </message>
    <message>
        <source>Mode must be ollama, vllm or none; it is “%1”.</source>
        <translation>Режим должен быть ollama, vllm или none, а записан «%1».</translation>
    </message>
    <message>
        <source>%1 is ignored while the mode is none; its value is kept.</source>
        <translation>%1 не действует в режиме none; значение сохраняется.</translation>
    </message>
    <message>
        <source>Request model is empty; the backend needs the name of a model.</source>
        <translation>Модель запросов не задана; бэкенду нужно имя модели.</translation>
    </message>
    <message>
        <source>“%1” looks like a Hugging Face model; Ollama names look like llama3.1:8b.</source>
        <translation>«%1» похоже на модель Hugging Face; имена Ollama выглядят так: llama3.1:8b.</translation>
    </message>
    <message>
        <source>VLLM_MODEL is empty while LLM_MODEL is %1: vLLM would load another model.</source>
        <translation>VLLM_MODEL пуст, а LLM_MODEL — %1: vLLM загрузит другую модель.</translation>
    </message>
    <message>
        <source>LLM_MODEL is %1 but VLLM_MODEL is %2: requests would ask for a model that vLLM does not serve.</source>
        <translation>LLM_MODEL — %1, а VLLM_MODEL — %2: запросы пойдут к модели, которую vLLM не отдаёт.</translation>
    </message>
    <message>
        <source>Use VLLM_MODEL</source>
        <translation>Взять VLLM_MODEL</translation>
    </message>
    <message>
        <source>Use LLM_MODEL</source>
        <translation>Взять LLM_MODEL</translation>
    </message>
    <message>
        <source>“%1” is an Ollama name; vLLM needs a Hugging Face id such as Qwen/Qwen3-8B.</source>
        <translation>«%1» — имя Ollama; vLLM нужно имя Hugging Face, например Qwen/Qwen3-8B.</translation>
    </message>
    <message>
        <source>VLLM_MODEL is not set, so LLM_MODEL counts for both, if the deployment supports it.</source>
        <translation>VLLM_MODEL не задан: LLM_MODEL действует для обоих, если развёртывание это поддерживает.</translation>
    </message>
    <message>
        <source>Set VLLM_MODEL too</source>
        <translation>Задать и VLLM_MODEL</translation>
    </message>
    <message>
        <source>vLLM address is missing; the backend needs it in the mode vllm.</source>
        <translation>Нет адреса vLLM; в режиме vllm он нужен бэкенду.</translation>
    </message>
    <message>
        <source>vLLM address must be an http or https address with a host; it is “%1”.</source>
        <translation>Адрес vLLM должен быть адресом http или https с именем хоста, а записан «%1».</translation>
    </message>
    <message>
        <source>vLLM address must end in /v1, or requests get “404 Not Found”.</source>
        <translation>Адрес vLLM должен заканчиваться на /v1, иначе запросы получат «404 Not Found».</translation>
    </message>
    <message>
        <source>“%1” is known only inside the compose network; from here the published port is used.</source>
        <translation>Имя «%1» известно только в сети compose; отсюда используется опубликованный порт.</translation>
    </message>
    <message>
        <source>%1 must be above %2 and at most %3; it is %4.</source>
        <translation>%1: нужно больше %2 и не больше %3, а записано %4.</translation>
    </message>
    <message>
        <source>%1 must be between %2 and %3; it is %4.</source>
        <translation>%1: нужно от %2 до %3, а записано %4.</translation>
    </message>
    <message>
        <source>%1 must be above %2; it is %3.</source>
        <translation>%1: нужно больше %2, а записано %3.</translation>
    </message>
    <message>
        <source>%1 must be at least %2; it is %3.</source>
        <translation>%1: нужно не меньше %2, а записано %3.</translation>
    </message>
    <message>
        <source>%1 is empty; the backend stops at start when a number is empty.</source>
        <translation>%1: пусто; бэкенд не запустится, если число не записано.</translation>
    </message>
    <message>
        <source>%1 must be a whole number; it is “%2”.</source>
        <translation>%1: нужно целое число, а записано «%2».</translation>
    </message>
    <message>
        <source>%1 must be a number such as 0.5; it is “%2”.</source>
        <translation>%1: нужно число, например 0.5, а записано «%2».</translation>
    </message>
    <message>
        <source>%1 is “%2”, which is read as false; only the text true turns it on.</source>
        <translation>%1: записано «%2», это читается как false; включает только true.</translation>
    </message>
    <message>
        <source>Set true</source>
        <translation>Записать true</translation>
    </message>
    <message>
        <source>%1 must be true or false; it is “%2”.</source>
        <translation>%1: нужно true или false, а записано «%2».</translation>
    </message>
    <message>
        <source>An answer of %1 tokens leaves no room for the prompt in a context of %2.</source>
        <translation>Ответ в %1 токенов не оставляет места для промпта в контексте длиной %2.</translation>
    </message>
    <message>
        <source>%1 line %2</source>
        <translation>%1, строка %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is read only by compose files that are not in use.</source>
        <translation>%1 читают только файлы compose, которые не используются.</translation>
    </message>
    <message>
        <source>Nothing in this deployment reads %1.</source>
        <translation>В этом развёртывании %1 никто не читает.</translation>
    </message>
    <message>
        <source>%1 is set, but the deployment reads only %2: the token arrives nowhere.</source>
        <translation>%1 задан, но развёртывание читает только %2: токен никуда не попадает.</translation>
    </message>
    <message>
        <source>Rename it to %1</source>
        <translation>Переименовать в %1</translation>
    </message>
    <message>
        <source>VLLM_MODEL is not set; the compose file gives vLLM LLM_MODEL instead.</source>
        <translation>VLLM_MODEL не задан; вместо него файл compose передаёт vLLM значение LLM_MODEL.</translation>
    </message>
    <message>
        <source>VLLM_MODEL is not set, and vLLM’s command line does not take LLM_MODEL instead.</source>
        <translation>VLLM_MODEL не задан, а командная строка vLLM не берёт вместо него LLM_MODEL.</translation>
    </message>
    <message>
        <source>VLLM_MODEL is not set, and vLLM’s command line does not take LLM_MODEL instead (%1).</source>
        <translation>VLLM_MODEL не задан, а командная строка vLLM не берёт вместо него LLM_MODEL (%1).</translation>
    </message>
    <message>
        <source>VLLM_TENSOR_PARALLEL_SIZE asks for %1 GPUs, but the service %2 may see only %3 (%4).</source>
        <translation>VLLM_TENSOR_PARALLEL_SIZE требует GPU: %1, а сервису %2 доступно только %3 (%4).</translation>
    </message>
    <message>
        <source>“%1” is known only inside the compose network; from here it is %2 (%3).</source>
        <translation>Имя «%1» известно только в сети compose; отсюда адрес — %2 (%3).</translation>
    </message>
    <message>
        <source>“%1” is known only inside the compose network, and its port %2 is not published: from here it cannot be reached.</source>
        <translation>Имя «%1» известно только в сети compose, а порт %2 не опубликован: отсюда сервис недоступен.</translation>
    </message>
    <message>
        <source>Close the file to other users (chmod 600)</source>
        <translation>Закрыть файл для других пользователей (chmod 600)</translation>
    </message>
    <message>
        <source>Use two variables</source>
        <translation>Две переменные</translation>
    </message>
</context>
<context>
    <name>RunFailure</name>
    <message>
        <source>It ended with exit code %1.</source>
        <translation>Процесс завершился с кодом %1.</translation>
    </message>
    <message>
        <source>It ended; its exit code is not known.</source>
        <translation>Процесс завершился; код выхода не известен.</translation>
    </message>
    <message>
        <source>It was ended by signal %1 (%2), by a person or because the system ran out of memory.</source>
        <translation>Процесс завершён сигналом %1 (%2): вручную или из-за нехватки памяти.</translation>
    </message>
    <message>
        <source>It was ended by signal %1 (%2).</source>
        <translation>Процесс завершён сигналом %1 (%2).</translation>
    </message>
    <message>
        <source>The provider ended unexpectedly.</source>
        <translation>Провайдер неожиданно завершился.</translation>
    </message>
    <message>
        <source>The provider ended before it was ready.</source>
        <translation>Провайдер завершился до готовности.</translation>
    </message>
    <message>
        <source>It wrote no log. Run the command of the Provider page in a terminal.</source>
        <translation>Журнал пуст. Выполните команду со страницы «Провайдер» в терминале.</translation>
    </message>
    <message>
        <source>Read the last lines of its log, then start it again.</source>
        <translation>Прочитайте последние строки журнала и запустите провайдер снова.</translation>
    </message>
    <message>
        <source>%1 Its log says: %2</source>
        <translation>%1 В журнале: %2</translation>
    </message>
</context>
<context>
    <name>RunningValues</name>
    <message>
        <source>argument of container %1</source>
        <translation>аргумент контейнера %1</translation>
    </message>
    <message>
        <source>recorded at the start</source>
        <translation>записано при запуске</translation>
    </message>
    <message>
        <source>GET /api/ps of the provider</source>
        <translation>GET /api/ps провайдера</translation>
    </message>
    <message>
        <source>GET /v1/models of the provider</source>
        <translation>GET /v1/models провайдера</translation>
    </message>
    <message>
        <source>%1 of the backend</source>
        <translation>%1 бэкенда</translation>
    </message>
    <message>
        <source>each request of Pilothouse carries it</source>
        <translation>с каждым запросом Pilothouse</translation>
    </message>
    <message>
        <source>environment of process %1</source>
        <translation>окружение процесса %1</translation>
    </message>
    <message>
        <source>%1 in the environment of process %2</source>
        <translation>%1 в окружении процесса %2</translation>
    </message>
    <message>
        <source>argument %1 of process %2</source>
        <translation>аргумент %1 процесса %2</translation>
    </message>
    <message>
        <source>argument of process %1</source>
        <translation>аргумент процесса %1</translation>
    </message>
    <message>
        <source>%1 in the environment of container %2</source>
        <translation>%1 в окружении контейнера %2</translation>
    </message>
    <message>
        <source>argument %1 of container %2</source>
        <translation>аргумент %1 контейнера %2</translation>
    </message>
</context>
<context>
    <name>StandardFolders</name>
    <message>
        <source>The folder %1 could not be created.</source>
        <translation>Не удалось создать папку %1.</translation>
    </message>
    <message>
        <source>Check the permissions of the folder above it.</source>
        <translation>Проверьте права на папку уровнем выше.</translation>
    </message>
</context>
<context>
    <name>StatePill</name>
    <message>
        <source>Stopped</source>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готов</translation>
    </message>
    <message>
        <source>Model missing</source>
        <translation>Нет модели</translation>
    </message>
    <message>
        <source>Not responding</source>
        <translation>Не отвечает</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Остановка</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Сбой</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Ещё не известно</translation>
    </message>
    <message>
        <source>Waiting for port</source>
        <translation>Ждёт порт</translation>
    </message>
    <message>
        <source>Loading model</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Checking model</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Provider: %1</source>
        <translation>Провайдер: %1</translation>
    </message>
</context>
<context>
    <name>SwitchPlan</name>
    <message>
        <source>No model was named.</source>
        <translation>Модель не названа.</translation>
    </message>
    <message>
        <source>Choose a model from the list.</source>
        <translation>Выберите модель из списка.</translation>
    </message>
    <message>
        <source>The deployment has no provider to switch: LLM_MODE is neither ollama nor vllm.</source>
        <translation>Провайдера для смены модели нет: LLM_MODE — не ollama и не vllm.</translation>
    </message>
    <message>
        <source>Set LLM_MODE first.</source>
        <translation>Сначала задайте LLM_MODE.</translation>
    </message>
    <message>
        <source>The model %1 is not installed in Ollama.</source>
        <translation>Модель %1 не установлена в Ollama.</translation>
    </message>
    <message>
        <source>Run: ollama pull %1</source>
        <translation>Выполните: ollama pull %1</translation>
    </message>
    <message>
        <source>The provider is starting or stopping.</source>
        <translation>Провайдер запускается или останавливается.</translation>
    </message>
    <message>
        <source>Wait until it is ready or stopped, then switch.</source>
        <translation>Дождитесь готовности или остановки и смените модель.</translation>
    </message>
    <message>
        <source>Write .env</source>
        <translation>Записать .env</translation>
    </message>
    <message numerus="yes">
        <source>%n keys, comments kept</source>
        <translation>
            <numerusform>%n ключ, комментарии сохранены</numerusform>
            <numerusform>%n ключа, комментарии сохранены</numerusform>
            <numerusform>%n ключей, комментарии сохранены</numerusform>
        </translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>Загрузить %1</translation>
    </message>
    <message>
        <source>the running server unloads the old model and loads the new one</source>
        <translation>сервер заменит модель в памяти</translation>
    </message>
    <message>
        <source>Stop the provider</source>
        <translation>Остановить провайдер</translation>
    </message>
    <message>
        <source>our own streams are closed first</source>
        <translation>сначала закроются свои потоки</translation>
    </message>
    <message>
        <source>Start with %1</source>
        <translation>Запустить с %1</translation>
    </message>
    <message>
        <source>until the API answers</source>
        <translation>пока не ответит API</translation>
    </message>
    <message>
        <source>Compare the served model</source>
        <translation>Сверить модель API</translation>
    </message>
    <message>
        <source>the API must serve %1</source>
        <translation>API должен отдавать %1</translation>
    </message>
    <message>
        <source>Ask one question</source>
        <translation>Задать один вопрос</translation>
    </message>
    <message>
        <source>the answer is measured</source>
        <translation>ответ измеряется</translation>
    </message>
    <message>
        <source>If a step fails, .env gets its old bytes back and %1 is served again.</source>
        <translation>Если шаг не удастся, в .env вернутся прежние байты, а API снова будет отдавать %1.</translation>
    </message>
    <message>
        <source>If a step fails, .env gets its old bytes back and the provider is stopped again.</source>
        <translation>Если шаг не удастся, в .env вернутся прежние байты, а провайдер снова остановится.</translation>
    </message>
    <message>
        <source>The running provider was not started by Pilothouse, so it cannot be restarted.</source>
        <translation>Работающий провайдер запущен не Pilothouse, поэтому перезапустить его нельзя.</translation>
    </message>
    <message>
        <source>Stop it where it was started, then switch.</source>
        <translation>Остановите его там, где он запущен, затем смените модель.</translation>
    </message>
</context>
<context>
    <name>SystemMemory</name>
    <message>
        <source>The system’s memory figures could not be read.</source>
        <translation>Не удалось прочитать данные о памяти системы.</translation>
    </message>
</context>
<context>
    <name>TelemetryService</name>
    <message>
        <source>The GPU driver did not answer in time. It is asked again as soon as it answers.</source>
        <translation>Драйвер GPU не ответил вовремя. Следующий запрос — как только он ответит.</translation>
    </message>
    <message>
        <source>The system did not answer in time.</source>
        <translation>Система не ответила вовремя.</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (по умолчанию)</translation>
    </message>
</context>
<context>
    <name>TraceWords</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 у %2</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>действует</translation>
    </message>
    <message>
        <source>applies: %1</source>
        <translation>действует: %1</translation>
    </message>
    <message>
        <source>arrives, nothing uses it</source>
        <translation>доходит, но не используется</translation>
    </message>
    <message>
        <source>arrives as %1, nothing uses it</source>
        <translation>доходит как %1, но не используется</translation>
    </message>
    <message>
        <source>%1 (not in use)</source>
        <translation>%1 (не используется)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>shadowed by the shell’s variable</source>
        <translation>перекрыто переменной оболочки</translation>
    </message>
    <message>
        <source>shadowed</source>
        <translation>перекрыто</translation>
    </message>
    <message>
        <source>shadowed by %1</source>
        <translation>перекрыто: %1</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>не читается</translation>
    </message>
    <message>
        <source>nothing in this deployment reads it</source>
        <translation>в этом развёртывании его никто не читает</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>tokens</source>
        <translation>токенов</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Folder with a .env, or the file itself</source>
        <translation>Папка с .env или сам файл</translation>
    </message>
    <message>
        <source>Size and place of the window</source>
        <translation>Размер и место окна</translation>
    </message>
    <message>
        <source>Page to show first</source>
        <translation>Страница, которую показать первой</translation>
    </message>
</context>
<context>
    <name>pilothouse::AboutDialog</name>
    <message>
        <source>Pilothouse</source>
        <translation>Pilothouse</translation>
    </message>
    <message>
        <source>Control panel for local LLM providers</source>
        <translation>Панель управления локальными провайдерами LLM</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. There is no warranty.</source>
        <translation>GNU General Public License, версия 3 или новее. Без гарантий.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Библиотеки</translation>
    </message>
    <message>
        <source>Qt %1: Core, Network, Widgets, Charts (GPL 3), Svg</source>
        <translation>Qt %1: Core, Network, Widgets, Charts (GPL 3), Svg</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>pilothouse::AddKeyDialog</name>
    <message>
        <source>Type the name of the key.</source>
        <translation>Введите имя ключа.</translation>
    </message>
    <message>
        <source>A name cannot begin with a digit.</source>
        <translation>Имя не может начинаться с цифры.</translation>
    </message>
    <message>
        <source>Only the letters A to Z, digits and _ are read the same way by every program.</source>
        <translation>Все программы одинаково читают только латинские буквы, цифры и _.</translation>
    </message>
    <message>
        <source>%1 is in the file already.</source>
        <translation>%1 уже есть в файле.</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Добавить ключ</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Добавить ключ</translation>
    </message>
    <message>
        <source>It is written at the end of .env when you save.</source>
        <translation>Ключ будет записан в конец .env при сохранении.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Имя ключа</translation>
    </message>
    <message>
        <source>Value of the key</source>
        <translation>Значение ключа</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>pilothouse::AnswerBubble</name>
    <message>
        <source>Reasoning</source>
        <translation>Рассуждение</translation>
    </message>
    <message>
        <source>Copy the answer as Markdown</source>
        <translation>Копировать ответ в Markdown</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Спросить снова</translation>
    </message>
    <message>
        <source>waiting…</source>
        <translation>ожидание…</translation>
    </message>
    <message>
        <source>waiting %1 s…</source>
        <translation>ожидание %1 с…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>остановлен</translation>
    </message>
    <message>
        <source>Stopped before the first token.</source>
        <translation>Остановлен до первого токена.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Ответ пуст.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>pilothouse::Application</name>
    <message>
        <source>%1 is already open here.</source>
        <translation>Развёртывание %1 уже открыто здесь.</translation>
    </message>
    <message>
        <source>Something is unfinished, so the language changes at the next start.</source>
        <translation>Есть незавершённая работа, поэтому язык сменится при следующем запуске.</translation>
    </message>
</context>
<context>
    <name>pilothouse::BackendProbe</name>
    <message>
        <source>GET %1: %2</source>
        <translation>GET %1: %2</translation>
    </message>
    <message>
        <source>GET %1 answered something that is not a backend’s answer.</source>
        <translation>GET %1: ответ не похож на ответ бэкенда.</translation>
    </message>
    <message>
        <source>GET %1 answered %2.</source>
        <translation>GET %1: ответ %2.</translation>
    </message>
</context>
<context>
    <name>pilothouse::BooleanField</name>
    <message>
        <source>on (default)</source>
        <translation>вкл. (по умолчанию)</translation>
    </message>
    <message>
        <source>off (default)</source>
        <translation>выкл. (по умолчанию)</translation>
    </message>
    <message>
        <source>on</source>
        <translation>вкл.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выкл.</translation>
    </message>
    <message>
        <source>written as “%1”</source>
        <translation>записано как «%1»</translation>
    </message>
</context>
<context>
    <name>pilothouse::ChatPage</name>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Новый чат</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>No model is set. Set LLM_MODEL on the Configuration page.</source>
        <translation>Модель не задана. Задайте LLM_MODEL на странице «Настройки».</translation>
    </message>
    <message>
        <source>The provider is starting. You can write now and send when it is ready.</source>
        <translation>Провайдер запускается. Писать можно уже сейчас, отправить — когда он будет готов.</translation>
    </message>
    <message>
        <source>The provider is stopping.</source>
        <translation>Провайдер останавливается.</translation>
    </message>
    <message>
        <source>The provider failed. The Provider page says why.</source>
        <translation>Сбой провайдера. Причина — на странице «Провайдер».</translation>
    </message>
    <message>
        <source>The provider is stopped. Start it to send a message.</source>
        <translation>Провайдер остановлен. Запустите его, чтобы отправить сообщение.</translation>
    </message>
    <message>
        <source>It is not known yet whether the provider runs.</source>
        <translation>Ещё не известно, работает ли провайдер.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Остановка…</translation>
    </message>
    <message>
        <source>Stop the answer and keep its text (Escape)</source>
        <translation>Остановить ответ и сохранить его текст (Escape)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Отправить (Enter)</translation>
    </message>
    <message>
        <source>Write a message first.</source>
        <translation>Сначала напишите сообщение.</translation>
    </message>
    <message>
        <source>No provider to talk to</source>
        <translation>Провайдера нет</translation>
    </message>
    <message>
        <source>Nothing asked yet</source>
        <translation>Вопросов ещё не было</translation>
    </message>
    <message>
        <source>Write a message below. %1 answers.</source>
        <translation>Напишите сообщение ниже. Отвечает %1.</translation>
    </message>
    <message>
        <source>This chat is empty.</source>
        <translation>Чат пуст.</translation>
    </message>
</context>
<context>
    <name>pilothouse::CloseDialog</name>
    <message>
        <source>Remember my choice</source>
        <translation>Запомнить выбор</translation>
    </message>
    <message>
        <source>Close Pilothouse?</source>
        <translation>Закрыть Pilothouse?</translation>
    </message>
    <message>
        <source>%1 is running and does not need this window.</source>
        <translation>%1 работает и без этого окна.</translation>
    </message>
    <message>
        <source>It goes on answering. The history gets a gap.</source>
        <translation>Продолжит отвечать. В истории будет пропуск.</translation>
    </message>
    <message>
        <source>%1 goes on answering. The history gets a gap.</source>
        <translation>%1 продолжит отвечать. В истории будет пропуск.</translation>
    </message>
    <message>
        <source>Keep %1 running</source>
        <translation>Оставить %1 работать</translation>
    </message>
    <message>
        <source>Running requests get a few seconds to finish; the next start loads the model again.</source>
        <translation>Текущим запросам даётся несколько секунд; при следующем запуске модель загрузится заново.</translation>
    </message>
    <message>
        <source>Pilothouse did not start it, so it cannot stop it from here.</source>
        <translation>Провайдер запущен не из Pilothouse, поэтому отсюда его не остановить.</translation>
    </message>
    <message>
        <source>Stop %1, then close</source>
        <translation>Остановить %1 и закрыть</translation>
    </message>
    <message>
        <source>%1 stays used</source>
        <translation>%1: останется занято</translation>
    </message>
    <message>
        <source>%1 is freed</source>
        <translation>%1: освободится</translation>
    </message>
    <message>
        <source>Not finished in this window</source>
        <translation>Не завершено в этом окне</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes in .env</source>
        <translation>
            <numerusform>%n несохранённое изменение в .env</numerusform>
            <numerusform>%n несохранённых изменения в .env</numerusform>
            <numerusform>%n несохранённых изменений в .env</numerusform>
        </translation>
    </message>
    <message>
        <source>An answer is still arriving</source>
        <translation>Ответ ещё поступает</translation>
    </message>
    <message>
        <source>It ends here, with the text so far.</source>
        <translation>Он оборвётся, текст до этого места сохранится.</translation>
    </message>
    <message>
        <source>A model switch is under way</source>
        <translation>Идёт смена модели</translation>
    </message>
    <message>
        <source>It stops between two steps. Cancel to let it finish or go back.</source>
        <translation>Она остановится между шагами. Отмена позволит завершить её или вернуться.</translation>
    </message>
    <message>
        <source>change it in Preferences</source>
        <translation>меняется в «Параметрах»</translation>
    </message>
    <message>
        <source>You can change it in Preferences, “On closing, provider running”.</source>
        <translation>Изменить можно в «Параметрах», «При закрытии, если провайдер работает».</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Close, keep running</source>
        <translation>Закрыть, не останавливать</translation>
    </message>
    <message>
        <source>Stop, then close</source>
        <translation>Остановить и закрыть</translation>
    </message>
    <message>
        <source>Review diff…</source>
        <translation>Просмотреть изменения…</translation>
    </message>
    <message>
        <source>Closing loses what is not saved. Cancel to save first.</source>
        <translation>При закрытии несохранённое пропадёт. Нажмите «Отмена», чтобы сначала сохранить.</translation>
    </message>
</context>
<context>
    <name>pilothouse::CommandCard</name>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy as a line for a terminal; secrets are left out</source>
        <translation>Копировать строкой для терминала; секреты пропускаются</translation>
    </message>
    <message>
        <source>Argument</source>
        <translation>Аргумент</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Arguments and environment of the command</source>
        <translation>Аргументы и окружение команды</translation>
    </message>
    <message>
        <source>Nothing is launched</source>
        <translation>Ничего не запускается</translation>
    </message>
    <message>
        <source>Environment: %1</source>
        <translation>Окружение: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::CommandContext</name>
    <message>
        <source>The provider is still starting.</source>
        <translation>Провайдер ещё запускается.</translation>
    </message>
    <message>
        <source>Wait until it is ready: pilothousectl up</source>
        <translation>Дождитесь готовности: pilothousectl up</translation>
    </message>
    <message>
        <source>The provider is not running: no model answers at %1.</source>
        <translation>Провайдер не работает: по адресу %1 модель не отвечает.</translation>
    </message>
    <message>
        <source>Start it with: pilothousectl up</source>
        <translation>Запуск: pilothousectl up</translation>
    </message>
    <message>
        <source>broken off: first token %1, %2, %3 tokens until then</source>
        <translation>прервано: первый токен %1, %2, до этого %3 токенов</translation>
    </message>
    <message>
        <source>first token %1, %2, %3 tokens, finish %4</source>
        <translation>первый токен %1, %2, %3 токенов, конец: %4</translation>
    </message>
    <message>
        <source>--via is provider, not %1.</source>
        <translation>--via принимает provider, а не %1.</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>строка %1</translation>
    </message>
    <message>
        <source>file</source>
        <translation>файл</translation>
    </message>
    <message>
        <source>         fix: %1</source>
        <translation>         исправление: %1</translation>
    </message>
    <message>
        <source>No findings.</source>
        <translation>Замечаний нет.</translation>
    </message>
    <message>
        <source>Unknown option: %1</source>
        <translation>Неизвестный параметр: %1</translation>
    </message>
    <message>
        <source>An argument is missing.</source>
        <translation>Не хватает аргумента.</translation>
    </message>
    <message>
        <source>Too many arguments.</source>
        <translation>Слишком много аргументов.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Файла %1 нет.</translation>
    </message>
    <message>
        <source>Name the deployment with -C DIR, or begin one with: pilothousectl env set LLM_MODE=ollama LLM_MODEL=MODEL</source>
        <translation>Укажите развёртывание через -C ПАПКА или начните новое: pilothousectl env set LLM_MODE=ollama LLM_MODEL=МОДЕЛЬ</translation>
    </message>
    <message>
        <source>Usage: pilothousectl %1</source>
        <translation>Использование: pilothousectl %1</translation>
    </message>
    <message>
        <source>Usage: pilothousectl [-C DIR] [--env-file FILE] [--json] COMMAND
%1</source>
        <translation>Использование: pilothousectl [-C ПАПКА] [--env-file ФАЙЛ] [--json] КОМАНДА
%1</translation>
    </message>
    <message>
        <source>-C needs a folder.</source>
        <translation>-C нужна папка.</translation>
    </message>
    <message>
        <source>--env-file needs a file.</source>
        <translation>--env-file нужен файл.</translation>
    </message>
    <message>
        <source>No command was given.</source>
        <translation>Команда не указана.</translation>
    </message>
    <message>
        <source>Unknown command: %1</source>
        <translation>Неизвестная команда: %1</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Прервано.</translation>
    </message>
    <message>
        <source>reads or changes .env; an edit touches only its own bytes</source>
        <translation>читает или меняет .env; правка затрагивает только свои байты</translation>
    </message>
    <message>
        <source>checks .env against all rules</source>
        <translation>проверяет .env по всем правилам</translation>
    </message>
    <message>
        <source>shows what is configured, what runs and what is not applied yet</source>
        <translation>показывает, что настроено, что работает и что ещё не применено</translation>
    </message>
    <message>
        <source>starts the provider; returns when it is ready or failed</source>
        <translation>запускает провайдер и ждёт готовности или сбоя</translation>
    </message>
    <message>
        <source>stops the provider and everything that it started</source>
        <translation>останавливает провайдер и всё, что он запустил</translation>
    </message>
    <message>
        <source>stops and starts it with the saved .env</source>
        <translation>перезапускает провайдер с сохранённым .env</translation>
    </message>
    <message>
        <source>prints the provider’s log; -f goes on until Ctrl+C</source>
        <translation>печатает журнал провайдера; с -f — до Ctrl+C</translation>
    </message>
    <message>
        <source>lists the models that you can switch to</source>
        <translation>перечисляет модели, на которые можно перейти</translation>
    </message>
    <message>
        <source>changes the model and proves it with an answer; goes back when a step fails</source>
        <translation>меняет модель и проверяет её ответом; возвращает прежнюю, если шаг не удался</translation>
    </message>
    <message>
        <source>asks one question and measures the answer</source>
        <translation>задаёт один вопрос и измеряет ответ</translation>
    </message>
    <message>
        <source>tests rules, process, port, served model and one answer</source>
        <translation>проверяет правила, процесс, порт, модель API и один ответ</translation>
    </message>
    <message>
        <source>shows the GPUs with their memory</source>
        <translation>показывает GPU и их память</translation>
    </message>
    <message>
        <source>%1 is not set in %2.</source>
        <translation>%1 не задан в %2.</translation>
    </message>
    <message>
        <source>Set it with: pilothousectl env set %1=VALUE</source>
        <translation>Задать: pilothousectl env set %1=ЗНАЧЕНИЕ</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Ничего не записано.</translation>
    </message>
    <message>
        <source>Not KEY=VALUE: %1</source>
        <translation>Не КЛЮЧ=ЗНАЧЕНИЕ: %1</translation>
    </message>
    <message>
        <source>%1 cannot be changed from here.</source>
        <translation>%1 нельзя изменить отсюда.</translation>
    </message>
    <message>
        <source>Nothing to change.</source>
        <translation>Менять нечего.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>env needs get, set or unset.</source>
        <translation>env нужно слово get, set или unset.</translation>
    </message>
    <message>
        <source>No GPU was found.</source>
        <translation>GPU не найден.</translation>
    </message>
    <message>
        <source>%1  %2 of %3 used, %4 busy  (%5)</source>
        <translation>%1  занято %2 из %3, загрузка %4  (%5)</translation>
    </message>
    <message>
        <source>If that is what you want, confirm it once with: pilothousectl trust</source>
        <translation>Если это то, что нужно, подтвердите один раз: pilothousectl trust</translation>
    </message>
    <message>
        <source>Interrupted: the start is taken back.</source>
        <translation>Прервано: запуск отменяется.</translation>
    </message>
    <message>
        <source>It is already running.</source>
        <translation>Уже работает.</translation>
    </message>
    <message>
        <source>It is not running.</source>
        <translation>Не работает.</translation>
    </message>
    <message>
        <source>There is no log yet: the provider was never started by Pilothouse.</source>
        <translation>Журнала ещё нет: Pilothouse не запускал провайдер.</translation>
    </message>
    <message>
        <source>-n needs a number of lines, not %1.</source>
        <translation>-n нужно число строк, а не %1.</translation>
    </message>
    <message>
        <source>-f does not end, so it cannot print one JSON object.</source>
        <translation>-f не заканчивается, поэтому не может вывести один объект JSON.</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>загружена</translation>
    </message>
    <message>
        <source>No models are known. The provider is stopped: start it with pilothousectl up.</source>
        <translation>Модели не известны. Провайдер остановлен, запуск: pilothousectl up.</translation>
    </message>
    <message>
        <source>The provider lists no models.</source>
        <translation>Провайдер не назвал ни одной модели.</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>да</translation>
    </message>
    <message>
        <source>FAIL</source>
        <translation>НЕТ</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>пропуск</translation>
    </message>
    <message>
        <source>There is no .env here: these are default values.</source>
        <translation>Здесь нет .env: это значения по умолчанию.</translation>
    </message>
    <message>
        <source>state     %1 (%2)</source>
        <translation>состояние  %1 (%2)</translation>
    </message>
    <message>
        <source>model     %1</source>
        <translation>модель     %1</translation>
    </message>
    <message>
        <source>served    %1</source>
        <translation>API отдаёт %1</translation>
    </message>
    <message>
        <source>endpoint  %1</source>
        <translation>адрес API  %1</translation>
    </message>
    <message>
        <source>process   %1</source>
        <translation>процесс    %1</translation>
    </message>
    <message>
        <source>memory    %1 RAM</source>
        <translation>память     %1 ОЗУ</translation>
    </message>
    <message>
        <source>… %1</source>
        <translation>… %1</translation>
    </message>
    <message>
        <source>%1 was configured already; it is served and answers.</source>
        <translation>Модель %1 уже была задана; API отдаёт её, и она отвечает.</translation>
    </message>
    <message>
        <source>Switched to %1.</source>
        <translation>Модель сменена на %1.</translation>
    </message>
    <message>
        <source>Returned to %1: %2</source>
        <translation>Возвращена модель %1: %2</translation>
    </message>
    <message>
        <source>Not switched: %1</source>
        <translation>Модель не сменена: %1</translation>
    </message>
    <message>
        <source>--mode is ollama or vllm, not %1.</source>
        <translation>--mode принимает ollama или vllm, а не %1.</translation>
    </message>
    <message>
        <source>Nothing to confirm: this deployment’s files name no program.</source>
        <translation>Подтверждать нечего: файлы этого развёртывания не называют программ.</translation>
    </message>
    <message>
        <source>Confirmed: %1</source>
        <translation>Подтверждено: %1</translation>
    </message>
    <message>
        <source>Confirmed before: %1</source>
        <translation>Подтверждено раньше: %1</translation>
    </message>
    <message>
        <source>This folder’s own .pilothouse.json names another machine: %1</source>
        <translation>Файл .pilothouse.json этой папки указывает на другую машину: %1</translation>
    </message>
    <message>
        <source>compares .env with the profiles beside it (.env.NAME), takes their values over, or keeps the present state as one</source>
        <translation>сравнивает .env с соседними профилями (.env.ИМЯ), берёт их значения или сохраняет текущее состояние как профиль</translation>
    </message>
    <message>
        <source>lists the kept versions of .env, shows what restoring one would change, or restores it</source>
        <translation>перечисляет сохранённые версии .env, показывает, что изменит восстановление, или восстанавливает версию</translation>
    </message>
    <message>
        <source>shows where each value of .env goes, and what beats it</source>
        <translation>показывает, куда попадает каждое значение .env и что его перекрывает</translation>
    </message>
    <message>
        <source>%1 refuses %2: line %3: %4.</source>
        <translation>%1 отвергает %2: строка %3: %4.</translation>
    </message>
    <message>
        <source>Correct line %1; until then this reader gets no variable at all.</source>
        <translation>Исправьте строку %1; до этого эта программа не получит ни одной переменной.</translation>
    </message>
    <message>
        <source>%1 is too large to be read here.</source>
        <translation>%1 слишком велик, чтобы прочитать его здесь.</translation>
    </message>
    <message>
        <source>Name the file with --env-file FILE.</source>
        <translation>Укажите файл через --env-file ФАЙЛ.</translation>
    </message>
    <message>
        <source>%1 is only known by running the file.</source>
        <translation>Значение %1 известно только при выполнении файла.</translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation>У %1 нет значения.</translation>
    </message>
    <message>
        <source>--dialect belongs to env get and is one of: %1.</source>
        <translation>--dialect относится к env get и принимает одно из значений: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n dangerous keys were not set.</source>
        <translation>
            <numerusform>%n опасный ключ не задан.</numerusform>
            <numerusform>%n опасных ключа не заданы.</numerusform>
            <numerusform>%n опасных ключей не заданы.</numerusform>
        </translation>
    </message>
    <message>
        <source>When you want this, repeat the command with --yes.</source>
        <translation>Если это то, что нужно, повторите команду с --yes.</translation>
    </message>
    <message>
        <source>No version was kept yet; each save keeps one.</source>
        <translation>Ни одной версии ещё нет; каждое сохранение добавляет одну.</translation>
    </message>
    <message>
        <source>The file is just as in version %1.</source>
        <translation>Файл точно такой же, как в версии %1.</translation>
    </message>
    <message>
        <source>Version %1 is restored.</source>
        <translation>Версия %1 восстановлена.</translation>
    </message>
    <message>
        <source>history needs list, show ID or restore ID.</source>
        <translation>history нужно list, show ID или restore ID.</translation>
    </message>
    <message>
        <source>%1 (template)</source>
        <translation>%1 (шаблон)</translation>
    </message>
    <message>
        <source>There are no profiles; keep the present state as one with: pilothousectl profile save NAME</source>
        <translation>Профилей нет; сохранить текущее состояние как профиль: pilothousectl profile save ИМЯ</translation>
    </message>
    <message>
        <source>.env sets all that “%1” sets, to the same values.</source>
        <translation>.env уже задаёт всё, что задаёт «%1», с теми же значениями.</translation>
    </message>
    <message>
        <source>Applied “%1”.</source>
        <translation>Профиль «%1» применён.</translation>
    </message>
    <message>
        <source>profile needs list, show NAME, apply NAME or save NAME.</source>
        <translation>profile нужно list, show ИМЯ, apply ИМЯ или save ИМЯ.</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>действует</translation>
    </message>
    <message>
        <source>shadowed by %1</source>
        <translation>перекрыто: %1</translation>
    </message>
    <message>
        <source>unused: nothing in this deployment reads it</source>
        <translation>не читается: в этом развёртывании его никто не использует</translation>
    </message>
    <message>
        <source>dead: it arrives and nothing there uses it</source>
        <translation>впустую: доходит, но там не используется</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>in force: %1</source>
        <translation>действует: %1</translation>
    </message>
    <message>
        <source>%1 (not in use)</source>
        <translation>%1 (не используется)</translation>
    </message>
    <message>
        <source>%1 (from %2)</source>
        <translation>%1 (источник: %2)</translation>
    </message>
    <message>
        <source>Neither set nor read: %1</source>
        <translation>Не заданы и не читаются: %1</translation>
    </message>
    <message>
        <source>%1 is neither in %2 nor a known variable.</source>
        <translation>%1 нет в %2, и это не известная переменная.</translation>
    </message>
    <message>
        <source>Nothing has to be applied.</source>
        <translation>Применять нечего.</translation>
    </message>
    <message>
        <source>It is not running: the next start takes what .env says.</source>
        <translation>Провайдер не запущен: следующий запуск возьмёт то, что задано в .env.</translation>
    </message>
    <message>
        <source>puts the saved .env into force with the least that does it: nothing, a model load, up -d or a restart</source>
        <translation>вводит сохранённый .env в силу наименьшим действием: ничего, загрузка модели, up -d или перезапуск</translation>
    </message>
    <message>
        <source>confirms the program that this folder’s own files run</source>
        <translation>подтверждает программу, которую запускают файлы самой папки</translation>
    </message>
    <message>
        <source>--style belongs to env set and is one of: %1.</source>
        <translation>--style относится к env set и принимает одно из: %1.</translation>
    </message>
    <message>
        <source>Choose one of these ways with: pilothousectl env set --style NAME KEY=VALUE</source>
        <translation>Выберите один из способов: pilothousectl env set --style ИМЯ КЛЮЧ=ЗНАЧЕНИЕ</translation>
    </message>
    <message>
        <source>This folder’s own files would run: %1</source>
        <translation>Файлы самой папки запустили бы: %1</translation>
    </message>
    <message>
        <source>backend   no answer: %1</source>
        <translation>бэкенд    нет ответа: %1</translation>
    </message>
    <message>
        <source>backend   %1 (%2)</source>
        <translation>бэкенд    %1 (%2)</translation>
    </message>
    <message>
        <source>no model told</source>
        <translation>модель не названа</translation>
    </message>
    <message>
        <source>not applied: %1 is %2 in .env and is not set for what runs (%3); takes: %4</source>
        <translation>не применено: %1 — %2 в .env, у запущенного не задано (%3); нужно: %4</translation>
    </message>
    <message>
        <source>not applied: %1 is %2 in .env and runs with %3 (%4); takes: %5</source>
        <translation>не применено: %1 — %2 в .env, у запущенного %3 (%4); нужно: %5</translation>
    </message>
    <message>
        <source>Apply it with: pilothousectl apply</source>
        <translation>Применить: pilothousectl apply</translation>
    </message>
</context>
<context>
    <name>pilothouse::ComposeLauncher</name>
    <message>
        <source>The command was taken back.</source>
        <translation>Команда отменена.</translation>
    </message>
    <message>
        <source>The containers cannot be inspected.</source>
        <translation>Не удалось получить сведения о контейнерах.</translation>
    </message>
    <message>
        <source>The program docker is not there, only %1.</source>
        <translation>Программы docker нет, есть только %1.</translation>
    </message>
    <message>
        <source>Install the docker command.</source>
        <translation>Установите команду docker.</translation>
    </message>
    <message>
        <source>The Docker service does not answer.</source>
        <translation>Служба Docker не отвечает.</translation>
    </message>
    <message>
        <source>A question was not answered within 10 seconds.</source>
        <translation>На вопрос не было ответа 10 секунд.</translation>
    </message>
    <message>
        <source>Look at the Docker service (systemctl status docker), or at the connection to its machine.</source>
        <translation>Проверьте службу Docker (systemctl status docker) или связь с её машиной.</translation>
    </message>
    <message>
        <source>The container of the service %1 is paused.</source>
        <translation>Контейнер сервиса %1 приостановлен.</translation>
    </message>
    <message>
        <source>Continue it with: docker unpause %1</source>
        <translation>Продолжить: docker unpause %1</translation>
    </message>
    <message>
        <source>The health check of the service %1 fails.</source>
        <translation>Проверка здоровья сервиса %1 не проходит.</translation>
    </message>
    <message>
        <source>Docker runs it inside the container, beside what this panel asks.</source>
        <translation>Docker выполняет её внутри контейнера, независимо от запросов этой панели.</translation>
    </message>
    <message>
        <source>See what it says: docker inspect %1, at “Health”.</source>
        <translation>Что она сообщает: docker inspect %1, раздел «Health».</translation>
    </message>
    <message>
        <source>This folder’s own files would run: %1</source>
        <translation>Файлы самой папки запустили бы: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::Composer</name>
    <message>
        <source>Message, Enter sends, Shift+Enter new line</source>
        <translation>Сообщение: Enter — отправить, Shift+Enter — новая строка</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
</context>
<context>
    <name>pilothouse::ConfigurationPage</name>
    <message>
        <source>Configuration</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Форма</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Вместе</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Найти ключ</translation>
    </message>
    <message numerus="yes">
        <source>Reload reads it again and drops %n unsaved changes.</source>
        <translation>
            <numerusform>При перечитывании пропадёт %n несохранённое изменение.</numerusform>
            <numerusform>При перечитывании пропадут %n несохранённых изменения.</numerusform>
            <numerusform>При перечитывании пропадут %n несохранённых изменений.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program changed the file.</source>
        <translation>Файл изменён другой программой.</translation>
    </message>
    <message>
        <source>The form still shows what was read before.</source>
        <translation>В форме пока то, что было прочитано раньше.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Перечитать</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Продолжить правку</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Файл нельзя записать.</translation>
    </message>
    <message>
        <source>Only for reading</source>
        <translation>Только чтение</translation>
    </message>
    <message>
        <source>There is no .env here yet.</source>
        <translation>Здесь ещё нет .env.</translation>
    </message>
    <message>
        <source>Start from a template, or fill in the form and save: %1</source>
        <translation>Начните с шаблона или заполните форму и сохраните: %1</translation>
    </message>
    <message>
        <source>Ollama template</source>
        <translation>Шаблон Ollama</translation>
    </message>
    <message>
        <source>vLLM template</source>
        <translation>Шаблон vLLM</translation>
    </message>
    <message numerus="yes">
        <source>%n more findings about the file</source>
        <translation>
            <numerusform>Ещё %n замечание по файлу</numerusform>
            <numerusform>Ещё %n замечания по файлу</numerusform>
            <numerusform>Ещё %n замечаний по файлу</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 leaves the file with the next save.</source>
        <translation>%1 исчезнет из файла при следующем сохранении.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>without it</source>
        <translation>без неё</translation>
    </message>
    <message>
        <source>vLLM compose template</source>
        <translation>Шаблон vLLM compose</translation>
    </message>
</context>
<context>
    <name>pilothouse::ConflictDialog</name>
    <message>
        <source>from theirs, new key</source>
        <translation>из чужих правок, новый ключ</translation>
    </message>
    <message>
        <source>from mine, new key</source>
        <translation>из моих правок, новый ключ</translation>
    </message>
    <message>
        <source>from theirs, line removed</source>
        <translation>из чужих правок, строка удалена</translation>
    </message>
    <message>
        <source>from mine, line removed</source>
        <translation>из моих правок, строка удалена</translation>
    </message>
    <message>
        <source>from theirs</source>
        <translation>из чужих правок</translation>
    </message>
    <message>
        <source>from mine</source>
        <translation>из моих правок</translation>
    </message>
    <message>
        <source>Save merged</source>
        <translation>Сохранить итог</translation>
    </message>
    <message>
        <source>Keys changed on both sides</source>
        <translation>Ключи, изменённые с обеих сторон</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Nothing is saved; your edits stay in the form</source>
        <translation>Ничего не сохранится; ваши правки останутся в форме</translation>
    </message>
    <message>
        <source>Nothing is left to decide</source>
        <translation>Решать больше нечего</translation>
    </message>
    <message numerus="yes">
        <source>%n keys were changed on both sides</source>
        <translation>
            <numerusform>%n ключ изменён с обеих сторон</numerusform>
            <numerusform>%n ключа изменены с обеих сторон</numerusform>
            <numerusform>%n ключей изменены с обеих сторон</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program changed .env while your edits were not saved. Nothing has been overwritten.</source>
        <translation>Другая программа изменила .env, пока ваши правки не были сохранены. Ничего не перезаписано.</translation>
    </message>
    <message>
        <source>Choose a value for each key, or type a third one. Cancel keeps your edits unsaved.</source>
        <translation>Выберите значение для каждого ключа или введите третье. «Отмена» оставит правки несохранёнными.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Mine, not saved</source>
        <translation>Моё, не сохранено</translation>
    </message>
    <message>
        <source>Theirs, in the file now</source>
        <translation>Чужое, сейчас в файле</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Нужно решить</translation>
    </message>
    <message numerus="yes">
        <source>%n keys changed on both sides</source>
        <translation>
            <numerusform>%n ключ изменён с обеих сторон</numerusform>
            <numerusform>%n ключа изменены с обеих сторон</numerusform>
            <numerusform>%n ключей изменены с обеих сторон</numerusform>
        </translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Все мои</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Все чужие</translation>
    </message>
    <message>
        <source>Merged by itself</source>
        <translation>Слито автоматически</translation>
    </message>
    <message numerus="yes">
        <source>%n keys changed on one side only</source>
        <translation>
            <numerusform>%n ключ изменён только с одной стороны</numerusform>
            <numerusform>%n ключа изменены только с одной стороны</numerusform>
            <numerusform>%n ключей изменены только с одной стороны</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more keys.</source>
        <translation>
            <numerusform>И ещё %n ключ.</numerusform>
            <numerusform>И ещё %n ключа.</numerusform>
            <numerusform>И ещё %n ключей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save waits for %1</source>
        <translation>Сохранение ждёт решения по %1</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>Выбрано %1 из %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>The file was last written at %1.</source>
        <translation>Файл последний раз записан %1.</translation>
    </message>
    <message>
        <source>The file was last written at %1 and belongs to %2.</source>
        <translation>Файл последний раз записан %1 и принадлежит %2.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ConflictRow</name>
    <message>
        <source>Result for %1</source>
        <translation>Итог для %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show the values of %1 for 10 seconds</source>
        <translation>Показать значения %1 на 10 секунд</translation>
    </message>
    <message>
        <source>Mine for %1</source>
        <translation>Моё для %1</translation>
    </message>
    <message>
        <source>Theirs for %1</source>
        <translation>Чужое для %1</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>выберите</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>не выбрано</translation>
    </message>
    <message>
        <source>decided: a third value</source>
        <translation>выбрано: третье значение</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>выбрано</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
</context>
<context>
    <name>pilothouse::ConversationView</name>
    <message>
        <source>Conversation</source>
        <translation>Беседа</translation>
    </message>
</context>
<context>
    <name>pilothouse::CourseCard</name>
    <message>
        <source>Open configuration</source>
        <translation>Открыть настройки</translation>
    </message>
    <message>
        <source>the provider does not answer right now</source>
        <translation>провайдер сейчас не отвечает</translation>
    </message>
    <message numerus="yes">
        <source>%n settings in .env are not in force</source>
        <translation>
            <numerusform>%n настройка в .env не действует</numerusform>
            <numerusform>%n настройки в .env не действуют</numerusform>
            <numerusform>%n настроек в .env не действуют</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n settings agree</source>
        <translation>
            <numerusform>%n настройка совпадает</numerusform>
            <numerusform>%n настройки совпадают</numerusform>
            <numerusform>%n настроек совпадают</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing could be compared yet</source>
        <translation>Сравнивать пока нечего</translation>
    </message>
    <message>
        <source>%1 is stopped</source>
        <translation>%1 остановлен</translation>
    </message>
    <message>
        <source>%1 is starting</source>
        <translation>%1 запускается</translation>
    </message>
    <message>
        <source>%1 is stopping</source>
        <translation>%1 останавливается</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1: сбой</translation>
    </message>
    <message>
        <source>Looking for %1</source>
        <translation>Поиск %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>%1, exit code %2</source>
        <translation>%1, код выхода %2</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>завершён</translation>
    </message>
    <message>
        <source>No provider in this mode</source>
        <translation>В этом режиме провайдера нет</translation>
    </message>
    <message>
        <source>LLM_MODE=none: nothing is started</source>
        <translation>LLM_MODE=none: ничего не запускается</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 не отвечает</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Открыть журнал</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Запустить %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more settings</source>
        <translation>
            <numerusform>Ещё %n настройка</numerusform>
            <numerusform>Ещё %n настройки</numerusform>
            <numerusform>Ещё %n настроек</numerusform>
        </translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Все настройки</translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ</source>
        <translation>
            <numerusform>%n настройка расходится</numerusform>
            <numerusform>%n настройки расходятся</numerusform>
            <numerusform>%n настроек расходятся</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::CourseHeading</name>
    <message>
        <source>.env says</source>
        <translation>В .env</translation>
    </message>
    <message>
        <source>Process uses</source>
        <translation>В процессе</translation>
    </message>
    <message>
        <source>API serves</source>
        <translation>API отдаёт</translation>
    </message>
</context>
<context>
    <name>pilothouse::CourseLineView</name>
    <message>
        <source>Course line: what .env says, what the process uses, what the API serves</source>
        <translation>Курс: что записано в .env, с чем работает процесс, что отдаёт API</translation>
    </message>
</context>
<context>
    <name>pilothouse::DeploymentButton</name>
    <message>
        <source>Pilothouse</source>
        <translation>Pilothouse</translation>
    </message>
    <message>
        <source>No deployment</source>
        <translation>Нет развёртывания</translation>
    </message>
    <message>
        <source>Deployment: %1</source>
        <translation>Развёртывание: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::DeploymentSession</name>
    <message>
        <source>Saved .env</source>
        <translation>.env сохранён</translation>
    </message>
    <message>
        <source>.env changed on disk</source>
        <translation>.env изменён на диске</translation>
    </message>
    <message>
        <source>another program wrote it</source>
        <translation>записан другой программой</translation>
    </message>
    <message>
        <source>Start the provider once and confirm its command, then switch.</source>
        <translation>Запустите провайдер один раз, подтвердите команду и смените модель.</translation>
    </message>
    <message>
        <source>Switched</source>
        <translation>Модель сменена</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Switch returned</source>
        <translation>Прежняя модель возвращена</translation>
    </message>
    <message>
        <source>Smoke test</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>%1 of %2 passed</source>
        <translation>пройдено %1 из %2</translation>
    </message>
    <message>
        <source>This folder’s own files would run: %1</source>
        <translation>Файлы самой папки запустили бы: %1</translation>
    </message>
    <message>
        <source>Pilothouse cannot do this here. In a terminal: %1</source>
        <translation>Pilothouse не может сделать это здесь. В терминале: %1</translation>
    </message>
    <message>
        <source>The saved values cannot be applied from here.</source>
        <translation>Сохранённые значения нельзя применить отсюда.</translation>
    </message>
    <message>
        <source>The deployment’s own files have changed: apply again and confirm what they run.</source>
        <translation>Собственные файлы развёртывания изменились: примените ещё раз и подтвердите, что они запускают.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DiffBlock</name>
    <message>
        <source>values differ</source>
        <translation>значения различаются</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Comments and blank lines</source>
        <translation>Комментарии и пустые строки</translation>
    </message>
    <message>
        <source>Show the values of %1 for 10 seconds</source>
        <translation>Показать значения %1 на 10 секунд</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Revert %1</source>
        <translation>Вернуть %1</translation>
    </message>
    <message>
        <source>Takes this edit back; the file’s value stays</source>
        <translation>Отменяет эту правку; значение в файле остаётся</translation>
    </message>
    <message>
        <source>Changed comments and blank lines</source>
        <translation>Изменённые комментарии и пустые строки</translation>
    </message>
    <message>
        <source>Changed lines of %1</source>
        <translation>Изменённые строки %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>left out, stays unsaved</source>
        <translation>не войдёт, останется несохранённым</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Сохранить %1</translation>
    </message>
    <message>
        <source>Unchecked, this edit stays in the form and is not saved</source>
        <translation>Без флажка правка остаётся в форме и не сохраняется</translation>
    </message>
</context>
<context>
    <name>pilothouse::DiffDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save and apply</source>
        <translation>Сохранить и применить</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>When saved</source>
        <translation>При сохранении</translation>
    </message>
    <message>
        <source>When applied</source>
        <translation>При применении</translation>
    </message>
    <message>
        <source>The provider gets the saved values.</source>
        <translation>Провайдер получит сохранённые значения.</translation>
    </message>
    <message>
        <source>Secrets stay masked. Show reveals one for 10 s; copied text leaves them out.</source>
        <translation>Секреты скрыты. «Показать» открывает секрет на 10 с; в скопированный текст они не попадают.</translation>
    </message>
    <message>
        <source>Revert all</source>
        <translation>Вернуть всё</translation>
    </message>
    <message>
        <source>Copy as patch</source>
        <translation>Копировать как патч</translation>
    </message>
    <message>
        <source>%1, which does not exist yet</source>
        <translation>%1 — файла ещё нет</translation>
    </message>
    <message>
        <source>%1, compared with the file saved at %2</source>
        <translation>%1 — сравнение с сохранённым файлом (%2)</translation>
    </message>
    <message>
        <source>%1, compared with the file</source>
        <translation>%1 — сравнение с файлом</translation>
    </message>
    <message numerus="yes">
        <source>Review %n changes</source>
        <translation>
            <numerusform>Просмотр %n изменения</numerusform>
            <numerusform>Просмотр %n изменений</numerusform>
            <numerusform>Просмотр %n изменений</numerusform>
        </translation>
    </message>
    <message>
        <source>Written in one step: a new file replaces the old one, its rights stay.</source>
        <translation>Запись в один шаг: новый файл заменяет старый, права сохраняются.</translation>
    </message>
    <message>
        <source>A new file is written in one step; only you can read it.</source>
        <translation>Новый файл записывается в один шаг; читать его сможете только вы.</translation>
    </message>
    <message>
        <source>Each saved state is kept in the history and can come back.</source>
        <translation>Каждое сохранённое состояние хранится в истории, и его можно вернуть.</translation>
    </message>
    <message numerus="yes">
        <source>%n other lines, comments and their order stay as they are.</source>
        <translation>
            <numerusform>Остаются как есть: %n другая строка, комментарии и порядок строк.</numerusform>
            <numerusform>Остаются как есть: %n другие строки, комментарии и порядок строк.</numerusform>
            <numerusform>Остаются как есть: %n других строк, комментарии и порядок строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving this has consequences beyond one value. Save only what you meant.</source>
        <translation>Это сохранение затронет не только сами значения. Сохраняйте лишь то, что действительно хотели изменить.</translation>
    </message>
    <message>
        <source>Save waits: %1</source>
        <translation>Сохранить нельзя: %1</translation>
    </message>
    <message numerus="yes">
        <source>Review %1 of %n changes</source>
        <translation>
            <numerusform>Просмотр %1 из %n изменения</numerusform>
            <numerusform>Просмотр %1 из %n изменений</numerusform>
            <numerusform>Просмотр %1 из %n изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n keys</source>
        <translation>
            <numerusform>Сохранить %n ключ</numerusform>
            <numerusform>Сохранить %n ключа</numerusform>
            <numerusform>Сохранить %n ключей</numerusform>
        </translation>
    </message>
    <message>
        <source>Every key is left out.</source>
        <translation>Не выбран ни один ключ.</translation>
    </message>
</context>
<context>
    <name>pilothouse::DiffView</name>
    <message>
        <source>Changed lines</source>
        <translation>Изменённые строки</translation>
    </message>
</context>
<context>
    <name>pilothouse::DropHint</name>
    <message>
        <source>or drop a folder here</source>
        <translation>или перетащите папку сюда</translation>
    </message>
</context>
<context>
    <name>pilothouse::EndpointsCard</name>
    <message>
        <source>answers</source>
        <translation>отвечает</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>not ready yet</source>
        <translation>ещё не готов</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>ещё не проверен</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>закрыт</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>Копировать %1</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Копировать адрес</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>Адреса API</translation>
    </message>
    <message>
        <source>from this machine</source>
        <translation>с этой машины</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>OpenAI API</source>
        <translation>API OpenAI</translation>
    </message>
    <message>
        <source>No address is configured in this mode.</source>
        <translation>В этом режиме адресов нет.</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Бэкенд</translation>
    </message>
</context>
<context>
    <name>pilothouse::EnvService</name>
    <message>
        <source>%1 was not saved.</source>
        <translation>%1 не сохранён.</translation>
    </message>
    <message>
        <source>%1 is saved, but the disk did not confirm it.</source>
        <translation>%1 сохранён, но диск это не подтвердил.</translation>
    </message>
    <message>
        <source>After a power loss the old content may be back.</source>
        <translation>При отключении питания может вернуться прежнее содержимое.</translation>
    </message>
    <message>
        <source>Save again when the disk is well.</source>
        <translation>Сохраните снова, когда диск будет исправен.</translation>
    </message>
    <message>
        <source>%1 exists already.</source>
        <translation>%1 уже есть.</translation>
    </message>
    <message>
        <source>A template never replaces a file.</source>
        <translation>Шаблон никогда не заменяет файл.</translation>
    </message>
    <message>
        <source>Nothing was saved: another program changed the same variables.</source>
        <translation>Ничего не сохранено: другая программа изменила те же переменные.</translation>
    </message>
    <message>
        <source>Decide which value stays, then save again.</source>
        <translation>Решите, какое значение оставить, и сохраните снова.</translation>
    </message>
    <message>
        <source>%1 cannot stand in the new content of the file.</source>
        <translation>%1 нельзя записать в новое содержимое файла.</translation>
    </message>
    <message>
        <source>Another program left a quote open in it.</source>
        <translation>Другая программа оставила в нём незакрытую кавычку.</translation>
    </message>
    <message>
        <source>Close the quote, then set the value again.</source>
        <translation>Закройте кавычку и задайте значение снова.</translation>
    </message>
    <message>
        <source>%1 is saved, but this version is missing in its history.</source>
        <translation>%1 сохранён, но эта версия не попала в историю.</translation>
    </message>
    <message>
        <source>The state folder could not be written.</source>
        <translation>Не удалось записать в папку состояния.</translation>
    </message>
    <message>
        <source>The file can only be read.</source>
        <translation>Файл доступен только для чтения.</translation>
    </message>
    <message>
        <source>Dots stand for a hidden value, they are not the value. Show it first to copy it.</source>
        <translation>Точки лишь заменяют скрытое значение. Чтобы скопировать его, сначала покажите его.</translation>
    </message>
    <message>
        <source>This would cut a hidden value. Show it to change it, or delete all of its dots.</source>
        <translation>Так скрытое значение было бы обрезано. Покажите его, чтобы изменить, или удалите все его точки.</translation>
    </message>
    <message>
        <source>This would change a hidden value that you cannot see. Show it first.</source>
        <translation>Так изменилось бы скрытое значение, которого вы не видите. Сначала покажите его.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 не удалось записать.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing was saved: the readers of %1 would not all get the same value of %2.</source>
        <translation>Ничего не сохранено: читатели %1 получили бы разные значения %2.</translation>
    </message>
    <message>
        <source>No way of writing it serves every one of them.</source>
        <translation>Ни один способ записи не подходит им всем.</translation>
    </message>
    <message>
        <source>Choose how it is written, or set another value.</source>
        <translation>Выберите способ записи или задайте другое значение.</translation>
    </message>
</context>
<context>
    <name>pilothouse::EventTableModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
</context>
<context>
    <name>pilothouse::EventsCard</name>
    <message>
        <source>No events yet</source>
        <translation>Событий ещё нет</translation>
    </message>
    <message>
        <source>Starts, saves, switches and tests will be listed here.</source>
        <translation>Здесь появятся запуски, сохранения, смены модели и проверки.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
</context>
<context>
    <name>pilothouse::FiguresLine</name>
    <message>
        <source>first token</source>
        <translation>1-й токен</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens so far</source>
        <translation>
            <numerusform>%n токен пока</numerusform>
            <numerusform>%n токена пока</numerusform>
            <numerusform>%n токенов пока</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n токен</numerusform>
            <numerusform>%n токена</numerusform>
            <numerusform>%n токенов</numerusform>
        </translation>
    </message>
    <message>
        <source>finish</source>
        <translation>конец</translation>
    </message>
    <message>
        <source>total</source>
        <translation>всего</translation>
    </message>
    <message>
        <source>Speed measured by the server; times measured by Pilothouse.</source>
        <translation>Скорость измерена сервером, время — Pilothouse.</translation>
    </message>
    <message>
        <source>Speed and times measured by Pilothouse.</source>
        <translation>Скорость и время измерены Pilothouse.</translation>
    </message>
</context>
<context>
    <name>pilothouse::FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>Найти в тексте</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Предыдущее совпадение (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Следующее совпадение (F3)</translation>
    </message>
    <message>
        <source>Close the search (Escape)</source>
        <translation>Закрыть поиск (Escape)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n совпадение</numerusform>
            <numerusform>%n совпадения</numerusform>
            <numerusform>%n совпадений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::FormPane</name>
    <message>
        <source>No key matches</source>
        <translation>Таких ключей нет</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Показать все ключи</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>Добавить ключ…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more keys</source>
        <translation>
            <numerusform>Показать ещё %n ключ</numerusform>
            <numerusform>Показать ещё %n ключа</numerusform>
            <numerusform>Показать ещё %n ключей</numerusform>
        </translation>
    </message>
    <message>
        <source>not used in %1 mode, values kept</source>
        <translation>не используется в режиме %1, значения сохраняются</translation>
    </message>
</context>
<context>
    <name>pilothouse::GroupHeader</name>
    <message>
        <source>folded</source>
        <translation>свёрнуто</translation>
    </message>
    <message>
        <source>open</source>
        <translation>развёрнуто</translation>
    </message>
</context>
<context>
    <name>pilothouse::HeaderGauge</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>pilothouse::HeaderStrip</name>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Генерация</translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation>ток/с</translation>
    </message>
    <message>
        <source>Deployment and provider</source>
        <translation>Развёртывание и провайдер</translation>
    </message>
    <message numerus="yes">
        <source>%n not applied</source>
        <translation>
            <numerusform>%n не применена</numerusform>
            <numerusform>%n не применены</numerusform>
            <numerusform>%n не применены</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings are saved in .env but not in use yet</source>
        <translation>
            <numerusform>%n настройка сохранена в .env, но ещё не действует</numerusform>
            <numerusform>%n настройки сохранены в .env, но ещё не действуют</numerusform>
            <numerusform>%n настроек сохранены в .env, но ещё не действуют</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::HelpDialog</name>
    <message>
        <source>Keyboard and help</source>
        <translation>Клавиши и справка</translation>
    </message>
    <message>
        <source>Every button can be reached with Tab; F6 moves between the areas of the window.</source>
        <translation>До любой кнопки можно дойти клавишей Tab; F6 переводит между областями окна.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The course line</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Overview compares three truths: what .env says, what the running process uses, and what the API serves. A green line means equal, a broken amber line means that the saved value is not in force yet; Apply or Restart puts it into force.</source>
        <translation>«Обзор» сравнивает три источника: что записано в .env, с чем работает процесс и что отдаёт API. Зелёная линия — значения совпадают; прерванная жёлтая — сохранённое значение ещё не действует. «Применить» или «Перезапустить» вводит его в действие.</translation>
    </message>
    <message>
        <source>Changing a setting</source>
        <translation>Изменение настройки</translation>
    </message>
    <message>
        <source>Configuration changes only the bytes of the value you edit. A value outside its range is named beside the field and is not saved. Another program’s change to the file is never overwritten.</source>
        <translation>«Настройки» меняют только байты изменённого значения. Значение вне допустимых границ отмечается рядом с полем и не сохраняется. Изменение файла другой программой никогда не затирается.</translation>
    </message>
    <message>
        <source>Switching the model</source>
        <translation>Смена модели</translation>
    </message>
    <message>
        <source>Switch model… writes .env, loads or restarts, compares the served model and asks one question. If a step fails, the old file and the old model come back.</source>
        <translation>«Сменить модель…» записывает .env, загружает модель или перезапускает провайдер, сверяет модель API и задаёт один вопрос. Если шаг не удался, возвращаются прежние файл и модель.</translation>
    </message>
    <message>
        <source>Starting and stopping</source>
        <translation>Запуск и остановка</translation>
    </message>
    <message>
        <source>Ready is shown only when the API has just answered with the wanted model. A provider keeps running when the window is closed or ends, and is found again.</source>
        <translation>«Готов» показывается, только когда API сейчас ответил с нужной моделью. Провайдер продолжает работать после закрытия или сбоя окна и будет найден снова.</translation>
    </message>
    <message>
        <source>Where the log lies</source>
        <translation>Где журнал</translation>
    </message>
    <message>
        <source>Provider shows the log and its path, the exact command, and where each argument comes from.</source>
        <translation>«Провайдер» показывает журнал и путь к нему, точную команду и происхождение каждого аргумента.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
</context>
<context>
    <name>pilothouse::HistoryDialog</name>
    <message>
        <source>today, %1</source>
        <translation>сегодня, %1</translation>
    </message>
    <message>
        <source>yesterday, %1</source>
        <translation>вчера, %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>The kept saves are being read.</source>
        <translation>Читаются сохранённые версии.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Each save of %1 is kept, the newest first.</source>
        <translation>Хранится каждое сохранение %1, новые сверху.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Changed keys</source>
        <translation>Изменённые ключи</translation>
    </message>
    <message>
        <source>Kept saves</source>
        <translation>Сохранённые версии</translation>
    </message>
    <message>
        <source>What restoring changes in .env</source>
        <translation>Что восстановление изменит в .env</translation>
    </message>
    <message>
        <source>Nothing is kept yet</source>
        <translation>Пока ничего не сохранено</translation>
    </message>
    <message>
        <source>From the first save on, each state of .env is kept here and can come back.</source>
        <translation>Начиная с первого сохранения здесь хранится каждое состояние .env, и его можно вернуть.</translation>
    </message>
    <message>
        <source>Saved by %1, %2</source>
        <translation>Источник: %1; %2</translation>
    </message>
    <message>
        <source>Changed then: %1</source>
        <translation>Изменённые ключи: %1</translation>
    </message>
    <message>
        <source>The file holds this state now.</source>
        <translation>Сейчас в файле именно это состояние.</translation>
    </message>
    <message numerus="yes">
        <source>Restoring changes %n places of .env as it is now:</source>
        <translation>
            <numerusform>Восстановление изменит в текущем .env %n место:</numerusform>
            <numerusform>Восстановление изменит в текущем .env %n места:</numerusform>
            <numerusform>Восстановление изменит в текущем .env %n мест:</numerusform>
        </translation>
    </message>
    <message>
        <source>This save cannot be compared.</source>
        <translation>Эту версию нельзя сравнить.</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Восстановление…</translation>
    </message>
    <message numerus="yes">
        <source>Your %n unsaved changes stay and are laid over it.</source>
        <translation>
            <numerusform>%n несохранённое изменение останется и ляжет поверх.</numerusform>
            <numerusform>%n несохранённых изменения останутся и лягут поверх.</numerusform>
            <numerusform>%n несохранённых изменений останутся и лягут поверх.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved at once. Undo brings the present state back into the form.</source>
        <translation>Сохраняется сразу. «Отменить» вернёт текущее состояние в форму.</translation>
    </message>
</context>
<context>
    <name>pilothouse::HttpExchange</name>
    <message>
        <source>The address %1 cannot be used.</source>
        <translation>Нельзя использовать адрес %1.</translation>
    </message>
    <message>
        <source>Only http:// and https:// addresses with a host name can be asked.</source>
        <translation>Запрашивать можно только адреса http:// и https:// с именем хоста.</translation>
    </message>
    <message>
        <source>Correct the address, for example http://127.0.0.1:11434.</source>
        <translation>Исправьте адрес, например http://127.0.0.1:11434.</translation>
    </message>
    <message>
        <source>%1 sent too many headers.</source>
        <translation>%1: слишком много заголовков.</translation>
    </message>
    <message>
        <source>Headers may have %1 KiB; this is no usual provider.</source>
        <translation>Допустимо %1 КиБ заголовков; это не обычный провайдер.</translation>
    </message>
    <message>
        <source>Check that the address belongs to the provider.</source>
        <translation>Проверьте, что адрес принадлежит провайдеру.</translation>
    </message>
    <message>
        <source>The answer of %1 is too large.</source>
        <translation>Ответ %1 слишком велик.</translation>
    </message>
    <message>
        <source>It has more than %1 bytes.</source>
        <translation>В нём больше %1 байт.</translation>
    </message>
    <message>
        <source>%1 sends its callers elsewhere.</source>
        <translation>%1 перенаправляет на другой адрес.</translation>
    </message>
    <message>
        <source>It redirects to %1, which is another server; nothing was sent there.</source>
        <translation>Перенаправление ведёт на %1 — это другой сервер; туда ничего не отправлено.</translation>
    </message>
    <message>
        <source>If that server is the provider, enter its address.</source>
        <translation>Если провайдер — тот сервер, укажите его адрес.</translation>
    </message>
    <message>
        <source>%1 redirects without end.</source>
        <translation>%1 перенаправляет без конца.</translation>
    </message>
    <message numerus="yes">
        <source>It was followed %n times.</source>
        <translation>
            <numerusform>Выполнено %n перенаправление.</numerusform>
            <numerusform>Выполнено %n перенаправления.</numerusform>
            <numerusform>Выполнено %n перенаправлений.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not complete after %1 s.</source>
        <translation>Ответ не получен целиком за %1 с.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 недоступен.</translation>
    </message>
    <message>
        <source>No connection came about within %1 s.</source>
        <translation>Соединение не установлено за %1 с.</translation>
    </message>
    <message>
        <source>Check the address, the network and the firewall.</source>
        <translation>Проверьте адрес, сеть и межсетевой экран.</translation>
    </message>
    <message>
        <source>Nothing came within %1 s.</source>
        <translation>За %1 с ничего не пришло.</translation>
    </message>
    <message>
        <source>Nothing more came for %1 s.</source>
        <translation>Больше ничего не пришло за %1 с.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 не ответил вовремя.</translation>
    </message>
    <message>
        <source>Check in the provider’s log whether it is busy or hangs, then try again.</source>
        <translation>Проверьте по журналу провайдера, занят он или завис, и попробуйте снова.</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>По адресу %1 никто не отвечает.</translation>
    </message>
    <message>
        <source>The connection was refused: no program listens on port %1.</source>
        <translation>В соединении отказано: порт %1 не слушает ни одна программа.</translation>
    </message>
    <message>
        <source>Start the provider, or correct the address.</source>
        <translation>Запустите провайдер или исправьте адрес.</translation>
    </message>
    <message>
        <source>No address is known for the name %1.</source>
        <translation>Для имени %1 не найден адрес.</translation>
    </message>
    <message>
        <source>Correct the host name, or check the network.</source>
        <translation>Исправьте имя хоста или проверьте сеть.</translation>
    </message>
    <message>
        <source>No secure connection to %1.</source>
        <translation>Нет защищённого соединения с %1.</translation>
    </message>
    <message>
        <source>The server’s certificate or its encryption was not accepted.</source>
        <translation>Сертификат или шифрование сервера не приняты.</translation>
    </message>
    <message>
        <source>Check the certificate; a provider without encryption needs an http:// address.</source>
        <translation>Проверьте сертификат; провайдеру без шифрования нужен адрес http://.</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer was complete.</source>
        <translation>Соединение с %1 оборвалось до конца ответа.</translation>
    </message>
    <message>
        <source>The server closed the connection, or sent what is no valid HTTP.</source>
        <translation>Сервер закрыл соединение или прислал неверный HTTP.</translation>
    </message>
    <message>
        <source>The server closed the connection without an answer, or does not speak HTTP.</source>
        <translation>Сервер закрыл соединение без ответа или работает не по HTTP.</translation>
    </message>
    <message>
        <source>Look into the provider’s log: it may have stopped or crashed.</source>
        <translation>Посмотрите журнал провайдера: возможно, он остановлен или аварийно завершился.</translation>
    </message>
</context>
<context>
    <name>pilothouse::InstrumentCard</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>pilothouse::KeyDetails</name>
    <message>
        <source>Remove from .env</source>
        <translation>Удалить из .env</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Границы</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>По умолчанию</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Кто читает</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>No key chosen</source>
        <translation>Ключ не выбран</translation>
    </message>
    <message>
        <source>Choose a field or a line of the text to see what it means.</source>
        <translation>Выберите поле или строку текста, чтобы увидеть их значение.</translation>
    </message>
    <message>
        <source>Pilothouse has no rules for this key; its text is kept as it is.</source>
        <translation>У Pilothouse нет правил для этого ключа; его текст сохраняется как есть.</translation>
    </message>
    <message>
        <source>%1; “%2” is not</source>
        <translation>%1; «%2» не подходит</translation>
    </message>
    <message>
        <source>line %1 of .env</source>
        <translation>строка %1 в .env</translation>
    </message>
    <message>
        <source>not in .env</source>
        <translation>нет в .env</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Куда идёт</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2, %3 ago)</source>
        <translation>%1 (%2, %3 назад)</translation>
    </message>
    <message>
        <source>restart of the provider</source>
        <translation>перезапуск провайдера</translation>
    </message>
    <message>
        <source>up -d %1</source>
        <comment>a command, not translated</comment>
        <translation>up -d %1</translation>
    </message>
    <message>
        <source>loading the model, without a restart</source>
        <translation>загрузка модели, без перезапуска</translation>
    </message>
    <message>
        <source>restart of what reads it, outside of Pilothouse</source>
        <translation>перезапуск того, что это читает, вне Pilothouse</translation>
    </message>
    <message>
        <source>nothing: the next request carries it</source>
        <translation>ничего: значение уйдёт со следующим запросом</translation>
    </message>
    <message>
        <source>nothing: no running program takes it</source>
        <translation>ничего: ни одна запущенная программа его не берёт</translation>
    </message>
    <message>
        <source>%1; not done yet</source>
        <translation>%1; ещё не сделано</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>To apply</source>
        <translation>Чтобы применить</translation>
    </message>
</context>
<context>
    <name>pilothouse::KeyRow</name>
    <message>
        <source>Back to the saved value</source>
        <translation>Вернуть сохранённое значение</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Ещё для %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Reset %1 to the saved value</source>
        <translation>Вернуть %1 к сохранённому значению</translation>
    </message>
    <message>
        <source>Remove from .env</source>
        <translation>Удалить из .env</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>Копировать имя</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Переименовать…</translation>
    </message>
    <message>
        <source>Comment out</source>
        <translation>Закомментировать</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Переименовать %1</translation>
    </message>
    <message>
        <source>Comment out %1</source>
        <translation>Закомментировать %1</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Включить</translation>
    </message>
    <message>
        <source>Use %1 again</source>
        <translation>Включить %1</translation>
    </message>
    <message>
        <source>Use line %1 again</source>
        <translation>Раскомментировать строку %1</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Копировать значение</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogCard</name>
    <message>
        <source>F&amp;ollow</source>
        <translation>Сл&amp;едить</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>Поиск в журнале</translation>
    </message>
    <message>
        <source>Nothing was logged yet. The log begins when the provider starts.</source>
        <translation>Журнал пуст. Он начнётся с запуском провайдера.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>Only lines with a hit</source>
        <translation>Только строки с совпадением</translation>
    </message>
    <message>
        <source>Jump to the first error</source>
        <translation>К первой ошибке</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Инфо</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Предупр.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибки</translation>
    </message>
    <message>
        <source>Lines of which level are shown</source>
        <translation>Строки каких уровней показаны</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Предыдущее совпадение (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Следующее совпадение (F3)</translation>
    </message>
    <message>
        <source>More for the log</source>
        <translation>Ещё для журнала</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить всё</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Сохранить копию…</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Показать в файловом менеджере</translation>
    </message>
    <message numerus="yes">
        <source>%n lines copied</source>
        <translation>
            <numerusform>Скопирована %n строка</numerusform>
            <numerusform>Скопированы %n строки</numerusform>
            <numerusform>Скопировано %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits so far</source>
        <translation>
            <numerusform>пока %n совпадение</numerusform>
            <numerusform>пока %n совпадения</numerusform>
            <numerusform>пока %n совпадений</numerusform>
        </translation>
    </message>
    <message>
        <source>no hit</source>
        <translation>нет совпадений</translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n совпадение</numerusform>
            <numerusform>%n совпадения</numerusform>
            <numerusform>%n совпадений</numerusform>
        </translation>
    </message>
    <message>
        <source>The log is being looked through, %1 % so far.</source>
        <translation>Журнал просматривается, пройдено %1 %.</translation>
    </message>
    <message>
        <source>No line of the log matches.</source>
        <translation>Ни одна строка журнала не подходит.</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Следит</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>%1 % looked through</source>
        <translation>просмотрено %1 %</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 из %2 строк</translation>
    </message>
    <message>
        <source>older lines were dropped</source>
        <translation>более старые строки удалены</translation>
    </message>
</context>
<context>
    <name>pilothouse::LogTail</name>
    <message numerus="yes">
        <source>… %n bytes of the log were skipped …</source>
        <translation>
            <numerusform>… пропущен %n байт журнала …</numerusform>
            <numerusform>… пропущено %n байта журнала …</numerusform>
            <numerusform>… пропущено %n байт журнала …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::LogView</name>
    <message>
        <source>Provider log</source>
        <translation>Журнал провайдера</translation>
    </message>
</context>
<context>
    <name>pilothouse::MainActions</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Недавние</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Open folder…</source>
        <translation>&amp;Открыть папку…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>&amp;New from template…</source>
        <translation>Создать из &amp;шаблона…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Создать…</translation>
    </message>
    <message>
        <source>&amp;Close deployment</source>
        <translation>&amp;Закрыть развёртывание</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save and &amp;apply</source>
        <translation>Сохранить и &amp;применить</translation>
    </message>
    <message>
        <source>Save and apply</source>
        <translation>Сохранить и применить</translation>
    </message>
    <message>
        <source>&amp;Undo change of a setting</source>
        <translation>&amp;Отменить изменение настройки</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>&amp;Find on this page</source>
        <translation>&amp;Найти на странице</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Найти</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Проверить &amp;снова</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Next &amp;area</source>
        <translation>Следующая &amp;область</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Следующая область</translation>
    </message>
    <message>
        <source>&amp;Previous area</source>
        <translation>&amp;Предыдущая область</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>Предыдущая область</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Запустить</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Перезапустить</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Перезапуск</translation>
    </message>
    <message>
        <source>Switch &amp;model…</source>
        <translation>&amp;Сменить модель…</translation>
    </message>
    <message>
        <source>Switch model…</source>
        <translation>Модель…</translation>
    </message>
    <message>
        <source>Run smoke &amp;test</source>
        <translation>Запустить п&amp;роверки</translation>
    </message>
    <message>
        <source>Run smoke test</source>
        <translation>Запустить проверки</translation>
    </message>
    <message>
        <source>&amp;Ask the model</source>
        <translation>Спросить &amp;модель</translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation>Спросить модель</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Параметры…</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Параметры…</translation>
    </message>
    <message>
        <source>&amp;Keyboard and help</source>
        <translation>&amp;Клавиши и справка</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>About &amp;Pilothouse</source>
        <translation>&amp;О программе Pilothouse</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Deployment</source>
        <translation>&amp;Развёртывание</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Provider</source>
        <translation>Пр&amp;овайдер</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>Св&amp;етлая</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Тёмная</translation>
    </message>
    <message>
        <source>Open a deployment first.</source>
        <translation>Сначала откройте развёртывание.</translation>
    </message>
    <message>
        <source>Open in new &amp;window…</source>
        <translation>Открыть в новом о&amp;кне…</translation>
    </message>
    <message>
        <source>Open in new window…</source>
        <translation>Открыть в новом окне…</translation>
    </message>
    <message>
        <source>Review &amp;changes…</source>
        <translation>Просмотр &amp;изменений…</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Просмотр…</translation>
    </message>
    <message>
        <source>&amp;Profiles…</source>
        <translation>П&amp;рофили…</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Профили…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>Ис&amp;тория…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>История…</translation>
    </message>
    <message>
        <source>Re&amp;do change of a setting</source>
        <translation>По&amp;вторить изменение настройки</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>pilothouse::MainWindow</name>
    <message>
        <source>Open a deployment first.</source>
        <translation>Сначала откройте развёртывание.</translation>
    </message>
    <message>
        <source>%1 – Pilothouse</source>
        <translation>%1 — Pilothouse</translation>
    </message>
    <message>
        <source>Pilothouse</source>
        <translation>Pilothouse</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>No deployment open</source>
        <translation>Развёртывание не открыто</translation>
    </message>
</context>
<context>
    <name>pilothouse::MarkdownPane</name>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>The answer is larger than 256 KiB. The rest is shown as plain text.</source>
        <translation>Ответ больше 256 КиБ. Остаток показан простым текстом.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>Копировать этот код</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Копировать код</translation>
    </message>
</context>
<context>
    <name>pilothouse::MarkersCard</name>
    <message>
        <source>Nothing has happened in this session yet.</source>
        <translation>В этом сеансе событий ещё не было.</translation>
    </message>
    <message>
        <source>Change markers</source>
        <translation>Отметки изменений</translation>
    </message>
</context>
<context>
    <name>pilothouse::ModelChooser</name>
    <message>
        <source>Find a model</source>
        <translation>Найти модель</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Reading the list of models…</source>
        <translation>Чтение списка моделей…</translation>
    </message>
    <message>
        <source>No model is installed</source>
        <translation>Ни одной модели не установлено</translation>
    </message>
    <message>
        <source>Ollama: run “ollama pull smollm2:135m” in a terminal. vLLM: set VLLM_MODEL to a Hugging Face id and restart.</source>
        <translation>Ollama: выполните «ollama pull smollm2:135m» в терминале. vLLM: запишите в VLLM_MODEL имя Hugging Face и перезапустите.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ModelLoader</name>
    <message>
        <source>Ollama does not have the model %1.</source>
        <translation>В Ollama нет модели %1.</translation>
    </message>
    <message>
        <source>It answered: %1</source>
        <translation>Ответ: %1</translation>
    </message>
    <message>
        <source>Install it with “ollama pull %1”, or choose an installed model.</source>
        <translation>Установите её командой «ollama pull %1» или выберите установленную модель.</translation>
    </message>
    <message>
        <source>Ollama could not load %1.</source>
        <translation>Ollama не смогла загрузить %1.</translation>
    </message>
    <message>
        <source>Look into the provider’s log, or choose a smaller model.</source>
        <translation>Посмотрите журнал провайдера или выберите меньшую модель.</translation>
    </message>
    <message>
        <source>Ollama loaded %1 and does not serve it.</source>
        <translation>Ollama загрузила %1, но не отдаёт её.</translation>
    </message>
    <message>
        <source>GET /api/ps does not list it; OLLAMA_KEEP_ALIVE may be 0.</source>
        <translation>В ответе GET /api/ps её нет; возможно, OLLAMA_KEEP_ALIVE равен 0.</translation>
    </message>
    <message>
        <source>Set OLLAMA_KEEP_ALIVE to a time such as 5m and restart.</source>
        <translation>Задайте OLLAMA_KEEP_ALIVE, например 5m, и перезапустите.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ModelTableModel</name>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Quantisation</source>
        <translation>Квантование</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Контекст</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>действует</translation>
    </message>
    <message>
        <source>loaded</source>
        <translation>загружена</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>установлена</translation>
    </message>
    <message>
        <source>served</source>
        <translation>в API</translation>
    </message>
    <message>
        <source>known list</source>
        <translation>из списка</translation>
    </message>
</context>
<context>
    <name>pilothouse::MonitorPage</name>
    <message>
        <source>Monitor</source>
        <translation>Монитор</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>Экспорт CSV…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Интервал</translation>
    </message>
    <message>
        <source>1 m</source>
        <translation>1 мин</translation>
    </message>
    <message>
        <source>5 m</source>
        <translation>5 мин</translation>
    </message>
    <message>
        <source>15 m</source>
        <translation>15 мин</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 ч</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 ч</translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation>Измерений ещё нет.</translation>
    </message>
    <message>
        <source>No measurement yet</source>
        <translation>Измерений ещё нет</translation>
    </message>
    <message>
        <source>The first values appear about a second after this page is opened. Memory, load and tokens are then measured once a second.</source>
        <translation>Первые значения появятся примерно через секунду. Затем память, загрузка и токены измеряются раз в секунду.</translation>
    </message>
    <message>
        <source>No GPU strip</source>
        <translation>Графиков GPU нет</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>pilothouse::NavigationBar</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>pilothouse::OverviewPage</name>
    <message>
        <source>1 h</source>
        <translation>1 ч</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>Память GPU</translation>
    </message>
    <message>
        <source>Memory (RAM), %1</source>
        <translation>Память (ОЗУ), %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>из %1</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>ГиБ</translation>
    </message>
    <message>
        <source>last %1, %2 ago</source>
        <translation>последняя %1, %2 назад</translation>
    </message>
    <message>
        <source>RAM, because no GPU was found</source>
        <translation>ОЗУ: GPU не найден</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Генерация</translation>
    </message>
    <message>
        <source>tok/s</source>
        <translation>ток/с</translation>
    </message>
    <message>
        <source>prompt %1</source>
        <translation>промпт %1</translation>
    </message>
    <message>
        <source>gaps: nothing was asked</source>
        <translation>пропуски: запросов не было</translation>
    </message>
    <message>
        <source>CPU, %1</source>
        <translation>CPU, %1</translation>
    </message>
    <message numerus="yes">
        <source>of %n threads</source>
        <translation>
            <numerusform>из %n потока</numerusform>
            <numerusform>из %n потоков</numerusform>
            <numerusform>из %n потоков</numerusform>
        </translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Первый токен</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Запросы</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняются</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>не сообщается</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Run smoke test</source>
        <translation>Запустить проверки</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>A smoke test is running</source>
        <translation>Проверки выполняются</translation>
    </message>
    <message>
        <source>Chat needs a provider that is ready</source>
        <translation>Для чата нужен готовый провайдер</translation>
    </message>
</context>
<context>
    <name>pilothouse::Panel</name>
    <message>
        <source>GPU memory</source>
        <translation>Память GPU</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>ОЗУ</translation>
    </message>
    <message>
        <source>Stopping the provider, then closing…</source>
        <translation>Провайдер останавливается, затем окно закроется…</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n unsaved changes?</source>
        <translation>
            <numerusform>Отменить %n несохранённое изменение?</numerusform>
            <numerusform>Отменить %n несохранённых изменения?</numerusform>
            <numerusform>Отменить %n несохранённых изменений?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not in .env yet and are lost when the window closes.</source>
        <translation>Их ещё нет в .env; при закрытии окна они пропадут.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Open this address in the browser?</source>
        <translation>Открыть этот адрес в браузере?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Switching the model…</source>
        <translation>Смена модели…</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n changes?</source>
        <translation>
            <numerusform>Отменить %n изменение?</numerusform>
            <numerusform>Отменить %n изменения?</numerusform>
            <numerusform>Отменить %n изменений?</numerusform>
        </translation>
    </message>
    <message>
        <source>The form goes back to what is in .env. Undo brings them back.</source>
        <translation>В форме снова будет то, что в .env. «Отменить» в меню «Правка» вернёт их.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Отменять нечего.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>Экспорт CSV</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Экспортировано в %1</translation>
    </message>
    <message>
        <source>The measurements could not be written to %1.</source>
        <translation>Не удалось записать измерения в %1.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Выберите другое место.</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Монитор</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>Smoke tests</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>Ollama on this machine</source>
        <translation>Ollama на этой машине</translation>
    </message>
    <message>
        <source>vLLM on this machine</source>
        <translation>vLLM на этой машине</translation>
    </message>
    <message>
        <source>No LLM</source>
        <translation>Без LLM</translation>
    </message>
    <message>
        <source>New deployment</source>
        <translation>Новое развёртывание</translation>
    </message>
    <message>
        <source>The template for its .env:</source>
        <translation>Шаблон для .env:</translation>
    </message>
    <message>
        <source>A switch of the model is running</source>
        <translation>Идёт смена модели</translation>
    </message>
    <message>
        <source>Closing takes it back first: the old .env and the old model come back.</source>
        <translation>Перед закрытием смена будет отменена: вернутся прежний .env и прежняя модель.</translation>
    </message>
    <message>
        <source>Go back and close</source>
        <translation>Вернуть и закрыть</translation>
    </message>
    <message>
        <source>Going back to the old model, then closing…</source>
        <translation>Возврат к прежней модели, затем закрытие…</translation>
    </message>
    <message>
        <source>Review diff…</source>
        <translation>Просмотр изменений…</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Повторять нечего.</translation>
    </message>
    <message>
        <source>The provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>This deployment has no provider; its programs read the file when they start.</source>
        <translation>У этого развёртывания нет провайдера; его программы читают файл при запуске.</translation>
    </message>
    <message>
        <source>The provider runs elsewhere; Pilothouse only asks it with the new values.</source>
        <translation>Провайдер удалённый; Pilothouse лишь обращается к нему с новыми значениями.</translation>
    </message>
    <message>
        <source>%1 loads the model in place where that is enough, else it is restarted; running requests are cut then.</source>
        <translation>%1 загрузит модель без перезапуска, если этого достаточно; иначе последует перезапуск, и текущие запросы прервутся.</translation>
    </message>
    <message>
        <source>%1 is not running; it is started with the saved values.</source>
        <translation>%1 не работает; запуск пройдёт с сохранёнными значениями.</translation>
    </message>
    <message>
        <source>The kept state is back in .env.</source>
        <translation>Выбранное состояние возвращено в .env.</translation>
    </message>
    <message>
        <source>Replace the profile %1?</source>
        <translation>Заменить профиль %1?</translation>
    </message>
    <message>
        <source>Its present content is replaced by the state of the form; the old content is kept in the profile’s history.</source>
        <translation>Содержимое профиля будет заменено состоянием формы; прежнее останется в истории профиля.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>The profile is saved: %1</source>
        <translation>Профиль сохранён: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n values of %1 are in the form, not saved yet.</source>
        <translation>
            <numerusform>В форму перенесено %n значение из профиля %1; оно ещё не сохранено.</numerusform>
            <numerusform>В форму перенесены %n значения из профиля %1; они ещё не сохранены.</numerusform>
            <numerusform>В форму перенесено %n значений из профиля %1; они ещё не сохранены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a copy of the log</source>
        <translation>Сохранить копию журнала</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено как %1</translation>
    </message>
    <message>
        <source>vLLM in docker compose</source>
        <translation>vLLM в docker compose</translation>
    </message>
    <message>
        <source>Compose services that read the changed values are re-created; the others go on.</source>
        <translation>Сервисы Compose, которые читают изменённые значения, будут пересозданы; остальные продолжат работу.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ParameterPanel</name>
    <message>
        <source>Temperature</source>
        <translation>Температура</translation>
    </message>
    <message>
        <source>server’s own</source>
        <translation>как на сервере</translation>
    </message>
    <message>
        <source> tokens</source>
        <translation> токенов</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>Stream tokens</source>
        <translation>Отдавать токены сразу</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>From .env. Changes here stay in this chat.</source>
        <translation>Из .env. Изменения — только для этого чата.</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Модель</translation>
    </message>
    <message>
        <source>T&amp;emperature</source>
        <translation>&amp;Температура</translation>
    </message>
    <message>
        <source>&amp;Answer limit</source>
        <translation>Пр&amp;едел ответа</translation>
    </message>
    <message>
        <source>T&amp;imeout</source>
        <translation>Тайм-&amp;аут</translation>
    </message>
    <message>
        <source>This chat</source>
        <translation>Этот чат</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Median first token</source>
        <translation>Медиана до первого токена</translation>
    </message>
    <message>
        <source>Median speed</source>
        <translation>Медиана скорости</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>served</source>
        <translation>в API</translation>
    </message>
    <message>
        <source>.env</source>
        <translation>.env</translation>
    </message>
    <message>
        <source>Nothing was changed here.</source>
        <translation>Здесь ничего не изменено.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ParameterRow</name>
    <message>
        <source>Use the value of .env again</source>
        <translation>Вернуть значение из .env</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Сбросить %1</translation>
    </message>
    <message>
        <source>changed, .env %1</source>
        <translation>изменено, в .env %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::PhaseLine</name>
    <message>
        <source>Launch</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Port opens</source>
        <translation>Порт открыт</translation>
    </message>
    <message>
        <source>Model loads</source>
        <translation>Загрузка модели</translation>
    </message>
    <message>
        <source>Served model checked</source>
        <translation>Модель сверена</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готов</translation>
    </message>
    <message>
        <source>Phases of the start</source>
        <translation>Этапы запуска</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>не запущен</translation>
    </message>
    <message>
        <source>all done</source>
        <translation>все пройдены</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>сейчас: %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Изменения действуют сразу.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>System follows the desktop</source>
        <translation>«Системная» — как на рабочем столе</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>of the window; values in .env stay as they are</source>
        <translation>окна; значения в .env не меняются</translation>
    </message>
    <message>
        <source>On closing, provider running</source>
        <translation>При закрытии, если провайдер работает</translation>
    </message>
    <message>
        <source>what happens to the provider</source>
        <translation>что делать с провайдером</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Системная</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Ask every time</source>
        <translation>Спрашивать</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Не останавливать</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Остановить</translation>
    </message>
</context>
<context>
    <name>pilothouse::ProcessCard</name>
    <message>
        <source>No provider process runs.</source>
        <translation>Процесс провайдера не работает.</translation>
    </message>
    <message>
        <source>Provider tree</source>
        <translation>Дерево провайдера</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Процесс</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>ОЗУ</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>Память GPU</translation>
    </message>
    <message>
        <source>%1 in RAM</source>
        <translation>ОЗУ: %1</translation>
    </message>
    <message>
        <source>%1, PID %2</source>
        <translation>%1, PID %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::ProcessStopper</name>
    <message>
        <source>Process %1 (%2) did not end.</source>
        <translation>Процесс %1 (%2) не завершился.</translation>
    </message>
    <message>
        <source>It ignored SIGTERM and SIGKILL; it may wait for a device.</source>
        <translation>Он не ответил на SIGTERM и SIGKILL; возможно, ждёт устройство.</translation>
    </message>
    <message>
        <source>Look at it with ps, or restart the machine if the GPU driver hangs.</source>
        <translation>Посмотрите на него командой ps или перезагрузите машину, если завис драйвер GPU.</translation>
    </message>
    <message>
        <source>The provider ended, but port %1 is still open.</source>
        <translation>Провайдер завершился, но порт %1 ещё открыт.</translation>
    </message>
    <message>
        <source>Process %1 (%2, user %3) listens there and was not started by Pilothouse.</source>
        <translation>Порт слушает процесс %1 (%2, пользователь %3), запущенный не из Pilothouse.</translation>
    </message>
    <message>
        <source>A process of user %1 listens there.</source>
        <translation>Порт слушает процесс пользователя %1.</translation>
    </message>
    <message>
        <source>End that process yourself if it should not run.</source>
        <translation>Завершите этот процесс вручную, если он не нужен.</translation>
    </message>
</context>
<context>
    <name>pilothouse::ProfileNameDialog</name>
    <message>
        <source>Save as a profile</source>
        <translation>Сохранить как профиль</translation>
    </message>
    <message>
        <source>The present state with its unsaved changes is written beside .env; .env stays as it is.</source>
        <translation>Текущее состояние с несохранёнными изменениями записывается рядом с .env; сам .env не меняется.</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Имя профиля</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Заменить…</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Сохранить профиль</translation>
    </message>
    <message>
        <source>Type a name, for example vllm. It becomes the end of the file’s name: .env.vllm</source>
        <translation>Введите имя, например vllm. Им закончится имя файла: .env.vllm</translation>
    </message>
    <message>
        <source>.env.%1 exists already. Choose another name, or replace it.</source>
        <translation>.env.%1 уже есть. Выберите другое имя или замените его.</translation>
    </message>
    <message>
        <source>It becomes .env.%1, readable only by you.</source>
        <translation>Получится .env.%1; читать его сможете только вы.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохранение…</translation>
    </message>
</context>
<context>
    <name>pilothouse::ProfileService</name>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Профиля «%1» нет.</translation>
    </message>
    <message>
        <source>See the present ones with: pilothousectl profile list</source>
        <translation>Список имеющихся: pilothousectl profile list</translation>
    </message>
</context>
<context>
    <name>pilothouse::ProfilesDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 и ещё %n</numerusform>
            <numerusform>%1 и ещё %n</numerusform>
            <numerusform>%1 и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>заменится</translation>
    </message>
    <message>
        <source>differs, stays</source>
        <translation>отличается, остаётся</translation>
    </message>
    <message>
        <source>added</source>
        <translation>добавится</translation>
    </message>
    <message>
        <source>only in the profile</source>
        <translation>только в профиле</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>удалится</translation>
    </message>
    <message>
        <source>only in .env, stays</source>
        <translation>только в .env, остаётся</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>The files beside .env are being read.</source>
        <translation>Читаются файлы рядом с .env.</translation>
    </message>
    <message>
        <source>Put into the form</source>
        <translation>Перенести в форму</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Профили</translation>
    </message>
    <message>
        <source>Other configurations beside %1</source>
        <translation>Другие конфигурации рядом с %1</translation>
    </message>
    <message>
        <source>Save present state as profile…</source>
        <translation>Сохранить текущее как профиль…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Различия</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Совпадения</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>In .env</source>
        <translation>В .env</translation>
    </message>
    <message>
        <source>In the profile</source>
        <translation>В профиле</translation>
    </message>
    <message>
        <source>When applied</source>
        <translation>При переносе</translation>
    </message>
    <message>
        <source>Keys compared</source>
        <translation>Сравнение ключей</translation>
    </message>
    <message>
        <source>There is no profile yet</source>
        <translation>Профилей пока нет</translation>
    </message>
    <message>
        <source>A profile is a file beside .env, like .env.vllm. Save the present state as one to come back to it later.</source>
        <translation>Профиль — это файл рядом с .env, например .env.vllm. Сохраните текущее состояние как профиль, чтобы вернуться к нему позже.</translation>
    </message>
    <message>
        <source>%1 (template)</source>
        <translation>%1 (шаблон)</translation>
    </message>
    <message>
        <source>The values differ. Secrets stay masked.</source>
        <translation>Значения различаются. Секреты скрыты.</translation>
    </message>
    <message>
        <source>same</source>
        <translation>совпадает</translation>
    </message>
    <message>
        <source>The profile and the present state agree in every key.</source>
        <translation>Профиль и текущее состояние совпадают по всем ключам.</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>Ничего не выбрано.</translation>
    </message>
    <message numerus="yes">
        <source>%n keys go into the form, unsaved; Undo takes them back.</source>
        <translation>
            <numerusform>%n ключ попадёт в форму без сохранения; «Отменить» уберёт его.</numerusform>
            <numerusform>%n ключа попадут в форму без сохранения; «Отменить» уберёт их.</numerusform>
            <numerusform>%n ключей попадут в форму без сохранения; «Отменить» уберёт их.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only in .env, so it stays: %1. A copy of the whole profile over .env would lose that.</source>
        <translation>Есть только в .env и поэтому остаётся: %1. При копировании всего профиля поверх .env это пропало бы.</translation>
    </message>
    <message>
        <source>Present values that are replaced: %1.</source>
        <translation>Будут заменены текущие значения: %1.</translation>
    </message>
    <message>
        <source>Would be lost, because the profile does not have it: %1.</source>
        <translation>Пропадёт, так как в профиле этого нет: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Put %n keys into the form</source>
        <translation>
            <numerusform>Перенести %n ключ в форму</numerusform>
            <numerusform>Перенести %n ключа в форму</numerusform>
            <numerusform>Перенести %n ключей в форму</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ProviderPage</name>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
</context>
<context>
    <name>pilothouse::ProviderProbe</name>
    <message>
        <source>GET %1 answered %2</source>
        <translation>GET %1: ответ %2</translation>
    </message>
    <message>
        <source>GET %1: connection refused</source>
        <translation>GET %1: в соединении отказано</translation>
    </message>
    <message>
        <source>GET %1: no answer in %2 ms</source>
        <translation>GET %1: нет ответа за %2 мс</translation>
    </message>
    <message>
        <source>GET %1: no usable answer</source>
        <translation>GET %1: непригодный ответ</translation>
    </message>
    <message>
        <source>%1: the provider says that it is loading the model</source>
        <translation>%1: провайдер загружает модель</translation>
    </message>
</context>
<context>
    <name>pilothouse::ProviderService</name>
    <message>
        <source>This provider is not started from here.</source>
        <translation>Этот провайдер запускается не отсюда.</translation>
    </message>
    <message>
        <source>It runs on another machine or is run by someone else.</source>
        <translation>Он работает на другой машине или управляется кем-то другим.</translation>
    </message>
    <message>
        <source>The deployment has no provider.</source>
        <translation>В развёртывании нет провайдера.</translation>
    </message>
    <message>
        <source>Start it where it runs, or choose a launcher on the Provider page.</source>
        <translation>Запустите его там, где он работает, или выберите способ запуска на странице «Провайдер».</translation>
    </message>
    <message>
        <source>Process %1 (%2) of user %3 listens there.</source>
        <translation>Порт слушает процесс %1 (%2) пользователя %3.</translation>
    </message>
    <message>
        <source>A process of user %1 listens there.</source>
        <translation>Порт слушает процесс пользователя %1.</translation>
    </message>
    <message>
        <source>Port %1 is already in use.</source>
        <translation>Порт %1 уже занят.</translation>
    </message>
    <message>
        <source>Stop that process, or choose another port in .env.</source>
        <translation>Остановите тот процесс или выберите другой порт в .env.</translation>
    </message>
    <message>
        <source>Provider started</source>
        <translation>Провайдер запущен</translation>
    </message>
    <message>
        <source>Process %1</source>
        <translation>Процесс %1</translation>
    </message>
    <message>
        <source>This provider was not started by Pilothouse.</source>
        <translation>Этот провайдер запущен не из Pilothouse.</translation>
    </message>
    <message>
        <source>Pilothouse signals only processes that it started.</source>
        <translation>Pilothouse посылает сигналы только тем процессам, которые запустил сам.</translation>
    </message>
    <message>
        <source>Stop it where it was started.</source>
        <translation>Остановите его там, где он запущен.</translation>
    </message>
    <message>
        <source>Provider stopped</source>
        <translation>Провайдер остановлен</translation>
    </message>
    <message>
        <source>The model %1 cannot be loaded now.</source>
        <translation>Модель %1 сейчас нельзя загрузить.</translation>
    </message>
    <message>
        <source>No running Ollama answers at %1.</source>
        <translation>По адресу %1 Ollama не отвечает.</translation>
    </message>
    <message>
        <source>Start the provider first.</source>
        <translation>Сначала запустите провайдер.</translation>
    </message>
    <message>
        <source>Model loaded</source>
        <translation>Модель загружена</translation>
    </message>
    <message>
        <source>Running provider found again</source>
        <translation>Провайдер найден</translation>
    </message>
    <message>
        <source>The provider ended while Pilothouse was closed.</source>
        <translation>Провайдер завершился, пока Pilothouse был закрыт.</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) that it started still run.</source>
        <translation>
            <numerusform>Ещё работает %n запущенный им процесс.</numerusform>
            <numerusform>Ещё работают %n запущенных им процесса.</numerusform>
            <numerusform>Ещё работают %n запущенных им процессов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop ends them; Start does so too.</source>
        <translation>«Остановить» завершит их; «Запустить» — тоже.</translation>
    </message>
    <message>
        <source>Provider ready</source>
        <translation>Провайдер готов</translation>
    </message>
    <message>
        <source>The provider does not answer.</source>
        <translation>Провайдер не отвечает.</translation>
    </message>
    <message>
        <source>Process %1 runs, but %2 has not answered for 5 seconds.</source>
        <translation>Процесс %1 работает, но %2 не отвечает уже 5 секунд.</translation>
    </message>
    <message>
        <source>Wait while it is busy, or restart it.</source>
        <translation>Подождите, если он занят, или перезапустите его.</translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) that it started still run: Stop ends them, Start does so too.</source>
        <translation>
            <numerusform>Ещё работает %n запущенный им процесс: «Остановить» завершит его, «Запустить» — тоже.</numerusform>
            <numerusform>Ещё работают %n запущенных им процесса: «Остановить» завершит их, «Запустить» — тоже.</numerusform>
            <numerusform>Ещё работают %n запущенных им процессов: «Остановить» завершит их, «Запустить» — тоже.</numerusform>
        </translation>
    </message>
    <message>
        <source>The service has no container here, but something else answers.</source>
        <translation>У сервиса здесь нет контейнера, но отвечает что-то другое.</translation>
    </message>
    <message>
        <source>Another command is still running.</source>
        <translation>Ещё выполняется другая команда.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Дождитесь её завершения.</translation>
    </message>
    <message>
        <source>Other services still run</source>
        <translation>Другие сервисы ещё работают</translation>
    </message>
    <message>
        <source>Configuration put into force</source>
        <translation>Конфигурация введена в силу</translation>
    </message>
    <message>
        <source>Its container runs, but %1 has not answered for 5 seconds.</source>
        <translation>Его контейнер работает, но %1 не отвечает уже 5 секунд.</translation>
    </message>
</context>
<context>
    <name>pilothouse::RecentRow</name>
    <message>
        <source>today %1</source>
        <translation>сегодня в %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>folder missing</source>
        <translation>папки нет</translation>
    </message>
</context>
<context>
    <name>pilothouse::RenameKeyDialog</name>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Переименовать %1</translation>
    </message>
    <message>
        <source>Programs that read the old name do not find it any more. The value stays.</source>
        <translation>Программы, читающие прежнее имя, больше его не найдут. Значение не изменится.</translation>
    </message>
    <message>
        <source>New name of the key</source>
        <translation>Новое имя ключа</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Новое имя</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>pilothouse::SaveBar</name>
    <message>
        <source>Discard</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save and apply</source>
        <translation>Сохранить и применить</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved changes</source>
        <translation>
            <numerusform>%n изменение не сохранено</numerusform>
            <numerusform>%n изменения не сохранены</numerusform>
            <numerusform>%n изменений не сохранено</numerusform>
        </translation>
    </message>
    <message>
        <source>Save waits: %1</source>
        <translation>Сохранить нельзя: %1</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Просмотр…</translation>
    </message>
    <message>
        <source>Shows what saving changes in .env, line by line</source>
        <translation>Показывает построчно, что сохранение изменит в .env</translation>
    </message>
</context>
<context>
    <name>pilothouse::SecretField</name>
    <message>
        <source>Hide the value</source>
        <translation>Скрыть значение</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>Show the value</source>
        <translation>Показать значение</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message numerus="yes">
        <source>hidden in %n seconds</source>
        <translation>
            <numerusform>скроется через %n секунду</numerusform>
            <numerusform>скроется через %n секунды</numerusform>
            <numerusform>скроется через %n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the value for 30 seconds</source>
        <translation>Показать значение на 30 секунд</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Секрет</translation>
    </message>
</context>
<context>
    <name>pilothouse::SmokeCard</name>
    <message>
        <source>Last smoke test</source>
        <translation>Последние проверки</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Smoke test runs</source>
        <translation>Проверки выполняются</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>ещё не запускались</translation>
    </message>
    <message>
        <source>Rules, process, port, model, one answer</source>
        <translation>Правила, порт, модель, ответ</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>пройдено</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняется</translation>
    </message>
    <message numerus="yes">
        <source>%n steps skipped</source>
        <translation>
            <numerusform>Пропущен %n шаг</numerusform>
            <numerusform>Пропущено %n шага</numerusform>
            <numerusform>Пропущено %n шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>Every step passed</source>
        <translation>Все шаги пройдены</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>pilothouse::SmokeOperation</name>
    <message>
        <source>Configuration rules</source>
        <translation>Правила настроек</translation>
    </message>
    <message>
        <source>Provider process</source>
        <translation>Процесс провайдера</translation>
    </message>
    <message>
        <source>Port answers</source>
        <translation>Порт отвечает</translation>
    </message>
    <message>
        <source>Served model equals configured</source>
        <translation>Модель API совпадает с заданной</translation>
    </message>
    <message>
        <source>One measured answer</source>
        <translation>Один измеренный ответ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 is still loading the model. Wait until the state is Ready.</source>
        <translation>%1 ещё загружает модель. Дождитесь состояния «Готов».</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 не отвечает.</translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>Ответ оборвался до конца.</translation>
    </message>
    <message>
        <source>The model answered with an empty text.</source>
        <translation>Модель прислала пустой ответ.</translation>
    </message>
    <message>
        <source>first token %1, %2: “%3”</source>
        <translation>первый токен %1, %2: «%3»</translation>
    </message>
    <message>
        <source>Cancelled by you.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>not reached: “%1” failed</source>
        <translation>шаг не выполнялся: не пройдено «%1»</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (и ещё %n)</numerusform>
            <numerusform>%1 (и ещё %n)</numerusform>
            <numerusform>%1 (и ещё %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>замечаний нет</translation>
    </message>
    <message numerus="yes">
        <source>no errors, %n warnings</source>
        <translation>
            <numerusform>ошибок нет, %n предупреждение</numerusform>
            <numerusform>ошибок нет, %n предупреждения</numerusform>
            <numerusform>ошибок нет, %n предупреждений</numerusform>
        </translation>
    </message>
    <message>
        <source>LLM_MODE is none: no provider is configured.</source>
        <translation>LLM_MODE=none: провайдер не задан.</translation>
    </message>
    <message>
        <source>remote endpoint, its process is not on this machine</source>
        <translation>удалённый адрес, процесс не на этой машине</translation>
    </message>
    <message>
        <source>PID %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>PID %1, not started by Pilothouse</source>
        <translation>PID %1, запущен не из Pilothouse</translation>
    </message>
    <message>
        <source>it answers, but its process cannot be seen from here</source>
        <translation>он отвечает, но его процесс отсюда не виден</translation>
    </message>
    <message>
        <source>The provider is not running. Start it first.</source>
        <translation>Провайдер не работает. Сначала запустите его.</translation>
    </message>
    <message>
        <source>The API serves %1, .env says %2. Restart applies the saved model.</source>
        <translation>API отдаёт %1, а в .env — %2. Перезапуск применит сохранённую модель.</translation>
    </message>
    <message>
        <source>%1 is installed and not loaded now; the next request loads it</source>
        <translation>%1 установлена и сейчас не загружена; загрузится со следующим запросом</translation>
    </message>
    <message>
        <source>The API serves no model; %1 is not installed.</source>
        <translation>API не отдаёт моделей; %1 не установлена.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SmokePage</name>
    <message>
        <source>Smoke tests</source>
        <translation>Проверки</translation>
    </message>
    <message>
        <source>&amp;Run all</source>
        <translation>&amp;Запустить все</translation>
    </message>
    <message>
        <source>No smoke test yet</source>
        <translation>Проверок ещё не было</translation>
    </message>
    <message>
        <source>It checks the rules of .env, the process, the port, the served model and one measured answer, and names the first thing that is broken.</source>
        <translation>Проверяются правила .env, процесс, порт, модель API и один измеренный ответ; называется первое, что неисправно.</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Выполняется…</translation>
    </message>
    <message>
        <source>%1 of %2 passed</source>
        <translation>Пройдено %1 из %2</translation>
    </message>
    <message>
        <source>Broken at: %1</source>
        <translation>Неисправно: %1</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation>%1, длительность %2</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>О&amp;тменить</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Запустить снова</translation>
    </message>
</context>
<context>
    <name>pilothouse::SmokeSquares</name>
    <message>
        <source>passed</source>
        <translation>пройдено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не пройдено</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>не запускалось</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::SmokeStepRow</name>
    <message>
        <source>passed</source>
        <translation>пройдено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не пройдено</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>pilothouse::StateCard</name>
    <message>
        <source>&amp;Start again</source>
        <translation>&amp;Запустить снова</translation>
    </message>
    <message>
        <source>&amp;Cancel start</source>
        <translation>От&amp;менить запуск</translation>
    </message>
    <message>
        <source>Last seen %1: %2</source>
        <translation>Последний раз в %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>уже %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>с %1</translation>
    </message>
    <message>
        <source>PID %1</source>
        <translation>PID %1</translation>
    </message>
    <message>
        <source>not started by Pilothouse</source>
        <translation>запущен не из Pilothouse</translation>
    </message>
    <message>
        <source>Set %1 to %2…</source>
        <translation>Задать %1 = %2…</translation>
    </message>
</context>
<context>
    <name>pilothouse::StatusStrip</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No GPU found</source>
        <translation>GPU не найден</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU threads</source>
        <translation>
            <numerusform>%n поток CPU</numerusform>
            <numerusform>%n потока CPU</numerusform>
            <numerusform>%n потоков CPU</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 RAM</source>
        <translation>%1 ОЗУ</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 refresh</source>
        <translation>обновление %1</translation>
    </message>
</context>
<context>
    <name>pilothouse::StepList</name>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняются</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>сбой</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>не выполнялся</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>уже %1</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3, %4</source>
        <translation>Шаг %1 из %2: %3, %4</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
</context>
<context>
    <name>pilothouse::StripBoard</name>
    <message>
        <source>Charts</source>
        <translation>Графики</translation>
    </message>
</context>
<context>
    <name>pilothouse::StripChart</name>
    <message>
        <source>stopped</source>
        <translation>остановлен</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>простой</translation>
    </message>
</context>
<context>
    <name>pilothouse::StripLegend</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::SwitchDialog</name>
    <message>
        <source>Switch back now</source>
        <translation>Вернуть сейчас</translation>
    </message>
    <message>
        <source>Other model</source>
        <translation>Другая модель</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Continue in background</source>
        <translation>Продолжить в фоне</translation>
    </message>
    <message>
        <source>Show plan</source>
        <translation>Показать план</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Сменить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Going back to %1</source>
        <translation>Возврат к %1</translation>
    </message>
    <message>
        <source>A step did not work out; the old state is being restored.</source>
        <translation>Шаг не удался; восстанавливается прежнее состояние.</translation>
    </message>
    <message>
        <source>Switch model</source>
        <translation>Сменить модель</translation>
    </message>
    <message>
        <source>Choose the model to serve.</source>
        <translation>Выберите модель, которую будет отдавать API.</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>Действует: %1</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Перейти на %1</translation>
    </message>
    <message>
        <source>Working out what changes…</source>
        <translation>Составляется план изменений…</translation>
    </message>
    <message>
        <source>Nothing is changed before you press Switch.</source>
        <translation>До нажатия «Сменить» ничего не меняется.</translation>
    </message>
    <message>
        <source>Switching to %1</source>
        <translation>Переход на %1</translation>
    </message>
    <message>
        <source>You can go on working; the switch does not need this dialog.</source>
        <translation>Можно продолжать работу: окно для смены не нужно.</translation>
    </message>
    <message>
        <source>Choose a model that is not in use yet</source>
        <translation>Выберите модель, которая ещё не действует</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>всего %1</translation>
    </message>
    <message>
        <source>%1 is in use</source>
        <translation>Действует %1</translation>
    </message>
    <message>
        <source>Switch failed at step %1, %2 is back</source>
        <translation>Смена не удалась на шаге %1, действует %2</translation>
    </message>
    <message>
        <source>Switch failed at step %1, and the way back failed too</source>
        <translation>Смена не удалась на шаге %1, возврат — тоже</translation>
    </message>
    <message>
        <source>The switch did not start</source>
        <translation>Смена не началась</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SwitchOperation</name>
    <message>
        <source>Cancelled by you.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>%1 Going back failed as well: %2</source>
        <translation>%1 Возврат тоже не удался: %2</translation>
    </message>
    <message>
        <source>Restore .env</source>
        <translation>Восстановить .env</translation>
    </message>
    <message>
        <source>the old bytes, unchanged</source>
        <translation>прежние байты без изменений</translation>
    </message>
    <message>
        <source>Stop the provider</source>
        <translation>Остановить провайдер</translation>
    </message>
    <message>
        <source>it was stopped before</source>
        <translation>он был остановлен и раньше</translation>
    </message>
    <message>
        <source>Start with %1</source>
        <translation>Запустить с %1</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>Загрузить %1</translation>
    </message>
    <message>
        <source>Compare the served model</source>
        <translation>Сверить модель API</translation>
    </message>
    <message>
        <source>the API must serve %1</source>
        <translation>API должен отдавать %1</translation>
    </message>
    <message>
        <source>nothing to change</source>
        <translation>менять нечего</translation>
    </message>
    <message>
        <source>The provider stopped while it loaded the model.</source>
        <translation>Провайдер остановился во время загрузки модели.</translation>
    </message>
    <message>
        <source>already stopped</source>
        <translation>уже остановлен</translation>
    </message>
    <message>
        <source>the API serves %1</source>
        <translation>API отдаёт %1</translation>
    </message>
    <message>
        <source>The API serves no model; %1 was wanted.</source>
        <translation>API не отдаёт моделей, а нужна %1.</translation>
    </message>
    <message>
        <source>The API serves %1; %2 was wanted.</source>
        <translation>API отдаёт %1, а нужна %2.</translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>Ответ оборвался до конца.</translation>
    </message>
    <message>
        <source>The model answered with an empty text.</source>
        <translation>Модель прислала пустой ответ.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>only its keys: the file was changed meanwhile</source>
        <translation>только свои ключи: файл тем временем изменили</translation>
    </message>
    <message>
        <source>The start was stopped.</source>
        <translation>Запуск остановлен.</translation>
    </message>
</context>
<context>
    <name>pilothouse::SwitchPlanView</name>
    <message>
        <source>Way back</source>
        <translation>Путь назад</translation>
    </message>
    <message>
        <source>What changes in .env</source>
        <translation>Изменения в .env</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>What is in use now</source>
        <translation>Что действует сейчас</translation>
    </message>
    <message>
        <source>%1 is saved in .env and served by the provider.</source>
        <translation>%1 записана в .env, API отдаёт её.</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Подтверждение</translation>
    </message>
    <message>
        <source>It answered: “%1”</source>
        <translation>Ответ: «%1»</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Compare .env with the values at the left, then start the provider by hand.</source>
        <translation>Сравните .env со значениями слева и запустите провайдер вручную.</translation>
    </message>
    <message>
        <source>What was restored</source>
        <translation>Что восстановлено</translation>
    </message>
    <message>
        <source>.env has its old bytes again: %1.</source>
        <translation>В .env снова прежние байты: %1.</translation>
    </message>
    <message>
        <source>Nothing had been changed yet.</source>
        <translation>Ничего ещё не было изменено.</translation>
    </message>
    <message>
        <source>Proof that %1 is back</source>
        <translation>Подтверждение, что %1 вернулась</translation>
    </message>
    <message>
        <source>no line</source>
        <translation>нет строки</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Nothing, the file names this model already.</source>
        <translation>Ничего: эта модель уже записана в файле.</translation>
    </message>
</context>
<context>
    <name>pilothouse::TextEditor</name>
    <message>
        <source>Text of the file</source>
        <translation>Текст файла</translation>
    </message>
    <message>
        <source>Dots cannot be cut, only the value itself: show it first, or press Delete to remove it.</source>
        <translation>Точки вырезать нельзя, только само значение: сначала покажите его или нажмите Delete, чтобы удалить.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Вырезать</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить всё</translation>
    </message>
    <message>
        <source>Go to the field of this line</source>
        <translation>Перейти к полю этой строки</translation>
    </message>
    <message>
        <source>Hide the value</source>
        <translation>Скрыть значение</translation>
    </message>
    <message>
        <source>Show the value for 30 seconds</source>
        <translation>Показать значение на 30 секунд</translation>
    </message>
</context>
<context>
    <name>pilothouse::TextGutter</name>
    <message>
        <source>Line numbers and findings</source>
        <translation>Номера строк и замечания</translation>
    </message>
    <message>
        <source>Hide the value</source>
        <translation>Скрыть значение</translation>
    </message>
    <message>
        <source>Show the value for 30 seconds</source>
        <translation>Показать значение на 30 секунд</translation>
    </message>
</context>
<context>
    <name>pilothouse::TextSide</name>
    <message>
        <source>unsaved</source>
        <translation>не сохранено</translation>
    </message>
    <message>
        <source>Hide the value now</source>
        <translation>Скрыть значение сейчас</translation>
    </message>
    <message>
        <source>not all UTF-8</source>
        <translation>не всё в UTF-8</translation>
    </message>
    <message>
        <source>Bytes that are no text are shown as � and stay as they are.</source>
        <translation>Байты, не являющиеся текстом, показаны как � и остаются как есть.</translation>
    </message>
    <message>
        <source>in step with the form</source>
        <translation>совпадает с формой</translation>
    </message>
    <message>
        <source>value hidden in %1 s</source>
        <translation>значение скроется через %1 с</translation>
    </message>
    <message>
        <source>only for reading: %1</source>
        <translation>только чтение: %1</translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>Стр. %1, стб. %2</translation>
    </message>
</context>
<context>
    <name>pilothouse::TimeRuler</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>Отметки</translation>
    </message>
</context>
<context>
    <name>pilothouse::TrustDialog</name>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Аргументы</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Environment, added to a minimal one</source>
        <translation>Окружение, добавляется к минимальному</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Run the program that this deployment names?</source>
        <translation>Запустить программу, названную развёртыванием?</translation>
    </message>
    <message>
        <source>The command below comes from the deployment’s own files, not from Pilothouse.</source>
        <translation>Команда взята из файлов развёртывания, а не из Pilothouse.</translation>
    </message>
    <message>
        <source>What would run</source>
        <translation>Что будет запущено</translation>
    </message>
    <message>
        <source>It runs with your rights and can read and change your files. You are asked again only when it changes.</source>
        <translation>Программа получит ваши права и сможет читать и менять ваши файлы. Вопрос повторится, только если она изменится.</translation>
    </message>
    <message>
        <source>Do not run</source>
        <translation>Не запускать</translation>
    </message>
    <message>
        <source>Trust and run</source>
        <translation>Доверять и запустить</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Use the address that this deployment names?</source>
        <translation>Использовать адрес, названный развёртыванием?</translation>
    </message>
    <message>
        <source>The address below comes from the deployment’s own files, not from Pilothouse.</source>
        <translation>Адрес взят из файлов развёртывания, а не из Pilothouse.</translation>
    </message>
    <message>
        <source>Where it would ask</source>
        <translation>Куда пойдут запросы</translation>
    </message>
    <message>
        <source>Questions and the key of this deployment are sent there. You are asked again only when it changes.</source>
        <translation>Туда отправляются запросы и ключ этого развёртывания. Вопрос повторится, только если адрес изменится.</translation>
    </message>
    <message>
        <source>Do not use</source>
        <translation>Не использовать</translation>
    </message>
    <message>
        <source>Trust and use</source>
        <translation>Доверять и использовать</translation>
    </message>
</context>
<context>
    <name>pilothouse::WelcomePage</name>
    <message>
        <source>Open a deployment</source>
        <translation>Открыть развёртывание</translation>
    </message>
    <message>
        <source>Pilothouse keeps what is configured, running and served on one line.</source>
        <translation>Pilothouse держит на одной линии то, что настроено, запущено и отвечает.</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Открыть папку…</translation>
    </message>
    <message>
        <source>a folder with a .env file; nothing is changed</source>
        <translation>папка с файлом .env; ничего не меняется</translation>
    </message>
    <message>
        <source>Ctrl+O</source>
        <translation>Ctrl+O</translation>
    </message>
    <message>
        <source>Create from template…</source>
        <translation>Создать из шаблона…</translation>
    </message>
    <message>
        <source>a new .env for a provider of your choice</source>
        <translation>новый .env для выбранного провайдера</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Недавние</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Очистить список</translation>
    </message>
    <message>
        <source>No deployment yet</source>
        <translation>Развёртываний ещё нет</translation>
    </message>
    <message>
        <source>Folders that you open will be listed here.</source>
        <translation>Здесь появятся открытые папки.</translation>
    </message>
</context>
<context>
    <name>pilothouse::WelcomePicture</name>
    <message>
        <source>Pilothouse compares what .env says, what the process uses and what the API serves</source>
        <translation>Pilothouse сравнивает, что записано в .env, с чем работает процесс и что отдаёт API</translation>
    </message>
    <message>
        <source>.env says</source>
        <translation>В .env</translation>
    </message>
    <message>
        <source>Process uses</source>
        <translation>В процессе</translation>
    </message>
    <message>
        <source>API serves</source>
        <translation>API отдаёт</translation>
    </message>
    <message>
        <source>what is configured</source>
        <translation>что настроено</translation>
    </message>
    <message>
        <source>what was started</source>
        <translation>что запущено</translation>
    </message>
    <message>
        <source>what answers</source>
        <translation>что отвечает</translation>
    </message>
</context>
<context>
    <name>pilothouse::WriteChoiceDialog</name>
    <message>
        <source>Write it this way</source>
        <translation>Записать так</translation>
    </message>
    <message>
        <source>The readers of .env would not all get the same value of %1</source>
        <translation>Читатели .env получили бы разные значения %1</translation>
    </message>
    <message numerus="yes">
        <source>The readers of .env would not all get the same %n values</source>
        <translation>
            <numerusform>Читатели .env получили бы %n различающееся значение</numerusform>
            <numerusform>Читатели .env получили бы %n различающихся значения</numerusform>
            <numerusform>Читатели .env получили бы %n различающихся значений</numerusform>
        </translation>
    </message>
    <message>
        <source>No way of writing it serves every program that reads this file. Choose the line that goes into it; Cancel keeps everything as it is.</source>
        <translation>Ни один способ записи не подходит всем программам, читающим этот файл. Выберите строку, которая попадёт в него; «Отмена» оставит всё как есть.</translation>
    </message>
    <message>
        <source>Ways of writing</source>
        <translation>Способы записи</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Nothing is saved; your edits stay in the form</source>
        <translation>Ничего не сохранится; ваши правки останутся в форме</translation>
    </message>
    <message>
        <source>Save waits for %1</source>
        <translation>Сохранение ждёт решения по %1</translation>
    </message>
    <message>
        <source>Everything is chosen</source>
        <translation>Всё выбрано</translation>
    </message>
</context>
<context>
    <name>pilothouse::WriteOptionBox</name>
    <message>
        <source>single quotes</source>
        <translation>одинарные кавычки</translation>
    </message>
    <message>
        <source>double quotes</source>
        <translation>двойные кавычки</translation>
    </message>
    <message>
        <source>double quotes, with escapes</source>
        <translation>двойные кавычки с экранированием</translation>
    </message>
    <message>
        <source>single quotes, with escapes</source>
        <translation>одинарные кавычки с экранированием</translation>
    </message>
    <message>
        <source>backticks</source>
        <translation>обратные апострофы</translation>
    </message>
    <message>
        <source>no quotes</source>
        <translation>без кавычек</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>Записать %1</translation>
    </message>
</context>
</TS>
